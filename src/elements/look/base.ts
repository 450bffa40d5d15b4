/** Styles that both elements start from: the table, controls, states and failures. */

import { css } from "lit";
import { controls } from "../../ui/index.ts";

const own = css`
  :host {
    color: var(--_ink);
    font-family: var(--serving-font, inherit);
    font-size: var(--_text);
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
  }
  .sheet {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
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
  button.bare {
    width: var(--_control);
    padding: 0;
  }
  button.bare:focus-visible {
    outline-offset: -2px;
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

export const base = [controls, own];
