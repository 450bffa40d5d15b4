/** What dialogs have in common: a sheet of the table over the page, a head with a name and a button to close. */

import { css } from "lit";

export const dialogStyles = css`
  dialog {
    max-width: none;
    max-height: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(20 16 12 / 62%);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 20px;
  }
  header h2 {
    flex: 1;
  }
  header button {
    width: var(--_control);
    padding: 0;
  }
`;
