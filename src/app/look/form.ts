/** Fields to write into, as all forms of the page have them. */

import { css } from "lit";

export const formStyles = css`
  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-width: 0;
  }
  .field > label,
  .legend {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  input:not([type="radio"], [type="checkbox"], [type="file"]),
  textarea,
  select {
    width: 100%;
    min-height: var(--_control);
    padding: 4px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_field);
    color: var(--_ink);
    font: inherit;
  }
  input.mono,
  textarea.mono,
  select.mono {
    font-family: var(--_mono);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }
  ::placeholder {
    color: var(--_ink-quiet);
    opacity: 1;
  }
  [aria-invalid="true"] {
    border-color: var(--_bad) !important;
    background: var(--_bad-quiet) !important;
  }
  .fault {
    color: var(--_bad);
    font-size: var(--_small);
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    width: fit-content;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_field);
  }
  .choice label {
    position: relative;
    display: flex;
    align-items: center;
    min-height: calc(var(--_control) - 2px);
    padding-inline: 14px;
    cursor: pointer;
  }
  .choice label + label {
    border-inline-start: 1px solid var(--_line);
  }
  .choice label:has(:checked) {
    background: var(--_accent-quiet);
    border-radius: 7px;
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  .choice label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }
  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    /* Below 16 px some phones zoom into the page. */
    input,
    select,
    textarea {
      font-size: 16px !important;
    }
  }
`;
