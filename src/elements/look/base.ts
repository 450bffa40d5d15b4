/** Styles that both elements start from: the table, controls, focus, states and failures. */

import { css } from "lit";

export const base = css`
  :host {
    display: block;
    color: var(--_ink);
    font-family: var(--serving-font, inherit);
    font-size: var(--_text);
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
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
  pre {
    font-family: var(--_mono);
    font-size: 0.93em;
    font-variant-numeric: tabular-nums;
  }
  .sheet {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    color: var(--_ink-quiet);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .state.running {
    color: var(--_ink);
  }
  .state.done {
    color: var(--_accent);
  }
  .state.failed,
  .error {
    color: var(--_bad);
  }
  .error {
    max-height: 10em;
    overflow: auto;
    font-size: var(--_small);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .todo {
    margin-top: 4px;
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 12px;
    margin-top: 12px;
    padding: 12px 16px;
    border: 1px solid var(--_bad);
    border-radius: var(--_corner);
    background: var(--_bad-quiet);
  }
  .banner > svg {
    margin-top: 2px;
    color: var(--_bad);
  }
  .banner > div {
    flex: 1 1 220px;
    min-width: 0;
  }
  .banner .error {
    color: inherit;
    font-weight: 600;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  button {
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
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  button.bare {
    width: var(--_control);
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_ink-quiet);
  }
  button.bare:focus-visible {
    outline-offset: -2px;
  }
  button.bare:hover {
    background: color-mix(in srgb, var(--_ink) 8%, transparent);
    color: var(--_ink);
  }
  button[aria-disabled="true"] {
    opacity: 0.6;
    cursor: default;
  }
  @media (prefers-reduced-motion: no-preference) {
    .running .turning {
      transform-origin: 8px 8px;
      animation: turn 1s linear infinite;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;
