/** The look of the page Evaluate. */

import { css } from "lit";

export const evaluatePageStyles = css`
  .intro {
    max-width: 76ch;
    margin-bottom: 12px;
  }
  .zone {
    min-height: 260px;
    margin-top: 12px;
    border: 1.5px dashed var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .zone strong {
    color: var(--_ink);
    font-weight: 600;
  }
  .panel {
    margin-top: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-block: -6px;
  }
  .by-folder {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: var(--_control);
  }
  .with-finger {
    display: none;
  }
  @media (pointer: coarse) {
    .with-pointer {
      display: none;
    }
    .with-finger {
      display: block;
    }
  }
  .runs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: 12px;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .chosen button[aria-pressed="true"] {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-top: 12px;
  }
`;
