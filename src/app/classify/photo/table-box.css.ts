/** The box that photos lie in, or are dropped into. */

import { css } from "lit";

export const tableBoxStyles = css`
  .table {
    min-height: max(360px, 100vh - 276px);
    margin-top: 12px;
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  @media (max-width: 640px) {
    .table {
      min-height: max(320px, 100vh - 380px);
      padding: 16px;
    }
  }
`;
