/** Styles that every element starts from: controls, focus, the two sizes of text. */

import { css } from "lit";

export const base = css`
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
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    margin-bottom: 2px;
    font-size: 20px;
    font-weight: 600;
    line-height: 1.3;
  }
  h2 {
    font-size: var(--text);
    font-weight: 600;
  }
  code,
  pre,
  .mono {
    font-family: var(--mono);
    font-size: 0.93em;
    font-variant-numeric: tabular-nums;
  }
  svg {
    display: block;
    flex: none;
  }
  .quiet {
    color: var(--ink-quiet);
  }
  .small {
    font-size: var(--small);
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
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: var(--control);
    padding: 0 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--corner);
    background: var(--field);
    color: var(--ink);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--quick);
  }
  button:hover {
    border-color: var(--ink-quiet);
    background: var(--table);
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  button.bare {
    border-color: transparent;
    background: none;
    padding: 0 8px;
    color: var(--ink-quiet);
  }
  button.bare:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
    color: var(--ink);
  }
  button[aria-disabled="true"] {
    opacity: 0.6;
    cursor: default;
  }
`;
