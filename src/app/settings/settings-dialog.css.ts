/** The look of the settings: a sheet at the side, or all of a phone. */

import { css } from "lit";

export const dialogStyles = css`
  dialog {
    width: min(440px, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    border: 0;
    border-inline-start: 1px solid var(--_line);
    background: var(--_table);
    color: var(--_ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(20 16 10 / 30%);
  }
  .head {
    position: sticky;
    z-index: 1;
    top: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: var(--bar);
    padding: 4px 12px 4px 24px;
    border-bottom: 1px solid var(--_line);
    background: var(--_table);
  }
  .head h2 {
    font-size: 17px;
  }
  .body {
    display: grid;
    gap: 28px;
    padding: 16px 24px 32px;
  }
  fieldset {
    display: grid;
    gap: 8px;
  }
  legend {
    margin-bottom: 10px;
    padding: 0;
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 14px;
  }
  /* What is wrong takes the note's place, so that nothing moves under a pointer that is about to click. */
  .about {
    min-height: 1.45em;
  }
  .add {
    width: fit-content;
  }
`;
