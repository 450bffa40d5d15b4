import { css } from "lit";

export const inputEditorStyles = css`
  fieldset {
    display: grid;
    gap: 6px;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(90px, 1fr) 104px 104px minmax(80px, 1fr) auto;
    gap: 6px;
  }
  .wide {
    grid-column: span 2;
  }
  .told {
    align-self: center;
    overflow-wrap: anywhere;
  }
  .remove {
    width: var(--_control);
    padding: 0;
  }
  textarea {
    min-height: calc(var(--_control) + 4px);
    max-height: 320px;
    padding-block: 7px;
    line-height: 1.45;
    resize: vertical;
    field-sizing: content;
  }
  .doc {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .pick.wanted {
    width: fit-content;
    min-height: var(--_control);
    border-color: var(--_line-strong);
    background: var(--_field);
    color: var(--_ink);
  }
  .value {
    display: grid;
    gap: 6px;
  }
  .from {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }
  .pick {
    position: relative;
    min-height: 28px;
    padding: 0 8px;
    border-color: transparent;
    background: none;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .pick:hover {
    color: var(--_ink);
  }
  .pick:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  input[type="file"] {
    position: absolute;
    inset: 0;
    opacity: 0;
    font-size: 0;
    cursor: pointer;
  }
  .file {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .small-button {
    min-height: 28px;
    font-size: var(--_small);
  }
  @media (max-width: 640px) {
    .head {
      grid-template-columns: 1fr 1fr var(--_control);
    }
    .head > .remove {
      grid-area: 1 / 3;
    }
    .head > :nth-child(4):not(.remove) {
      grid-column: 2 / 4;
    }
    .wide {
      display: none;
    }
  }
`;
