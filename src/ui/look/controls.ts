/**
 * What elements and the app's own page start from alike: no spaces but those asked for, focus, texts, buttons. The
 * names of the look (`--_…`) are set by tokens.ts for an element, by app.css for the page.
 */

import { css } from "lit";

export const controls = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  figure,
  fieldset,
  pre {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  svg {
    display: block;
    flex: none;
  }
  code,
  pre,
  .mono {
    font-family: var(--_mono);
    font-size: 0.93em;
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--_ink-quiet);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: var(--_control);
    padding: 0 14px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_field);
    color: var(--_ink);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  button:hover {
    border-color: var(--_ink-quiet);
    background: var(--_table);
  }
  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.primary:hover {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  button.bare {
    padding: 0 8px;
    border-color: transparent;
    background: none;
    color: var(--_ink-quiet);
  }
  button.bare:hover {
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
    color: var(--_ink);
  }
  button[aria-disabled="true"] {
    opacity: 0.6;
    cursor: default;
  }
`;
