/** The look of a matrix that is written. */

import { css } from "lit";

export const matrixEditorStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    margin-bottom: 6px;
  }
  select,
  input {
    min-height: 32px;
    border: 1px solid transparent;
    border-radius: var(--_corner);
    background: none;
    color: var(--_ink);
    font: inherit;
    font-family: var(--_mono);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }
  select {
    padding: 0 2px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    cursor: pointer;
  }
  select:hover {
    color: var(--_ink);
  }
  option {
    background: var(--_field);
    color: var(--_ink);
  }
  .shape {
    flex: none;
    width: 7ch;
    padding: 0 2px;
    border-color: transparent;
    background: none;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    text-align: start;
  }
  .bracket {
    position: relative;
    padding: 4px 8px;
  }
  /* A wide one scrolls between its brackets. */
  .cells {
    display: grid;
    gap: 4px;
    max-height: 300px;
    overflow: auto;
    scrollbar-width: thin;
  }
  /* The brackets of a matrix. */
  .bracket::before,
  .bracket::after {
    content: "";
    position: absolute;
    inset-block: 0;
    width: 6px;
    border: 1.5px solid var(--_line-strong);
  }
  .bracket::before {
    left: 0;
    border-right: 0;
  }
  .bracket::after {
    right: 0;
    border-left: 0;
  }
  input {
    min-width: 0;
  }
  .cells input {
    width: 100%;
    padding: 0 8px;
    border-color: var(--_line-strong);
    background: var(--_field);
    text-align: end;
  }
  .cells input:focus {
    outline-offset: -2px;
  }
  .shape:hover,
  .shape:focus {
    border-color: var(--_line-strong);
    color: var(--_ink);
  }
  input[aria-invalid="true"] {
    border-color: var(--_bad);
    background: var(--_bad-quiet);
  }
  .fault {
    min-height: 2.6em;
    margin-top: 4px;
    color: var(--_bad);
    font-size: var(--_small);
    line-height: 1.3;
  }
  @media (max-width: 900px) {
    .fault {
      min-height: 1.3em;
    }
  }
  @media (pointer: coarse) {
    /* Below 16 px some phones zoom into the page. */
    input,
    select {
      min-height: var(--_control);
      font-size: 16px;
    }
  }
`;
