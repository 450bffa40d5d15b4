/** The look of `<serving-method>`: inputs, a button, and the outputs below. */

import { css } from "lit";

export const methodStyles = css`
  .call {
    display: block;
    margin-bottom: 12px;
    color: var(--_ink-quiet);
    overflow-wrap: anywhere;
  }
  .inputs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    align-items: start;
    gap: 16px;
  }
  .input {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 6px 12px;
  }
  .input > label {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .type {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .input > :is(input, textarea, .doc, .error) {
    grid-column: 1 / -1;
  }
  .doc {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .sheet > .doc {
    margin: -6px 0 14px;
  }
  input,
  textarea,
  select {
    max-width: 100%;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_field);
    color: var(--_ink);
    font: inherit;
  }
  input,
  textarea {
    width: 100%;
    min-height: var(--_control);
    padding: 6px 10px;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  .number {
    font-family: var(--_mono);
    font-size: 0.93em;
  }
  select {
    min-height: 28px;
    padding: 0 4px;
    font-size: var(--_small);
  }
  ::placeholder {
    color: var(--_ink-quiet);
    opacity: 1;
  }
  input[type="file"] {
    padding: 4px;
    font-size: var(--_small);
  }
  ::file-selector-button {
    min-height: 26px;
    margin-inline-end: 8px;
    padding: 0 10px;
    border: 1px solid var(--_line-strong);
    border-radius: calc(var(--_corner) - 3px);
    background: var(--_table);
    color: var(--_ink);
    font: inherit;
    cursor: pointer;
  }
  [aria-invalid="true"] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-top: 16px;
  }
  .actions .error {
    flex: 1 1 200px;
  }
  .result {
    margin-top: 16px;
  }
  .result:not(:has(.outcome)) {
    margin-top: 0;
  }
  .outcome + .outcome {
    margin-top: 12px;
  }
  pre {
    overflow-x: auto;
    line-height: 1.5;
  }
  @media (pointer: coarse) {
    select,
    ::file-selector-button {
      min-height: 44px;
    }
  }
`;
