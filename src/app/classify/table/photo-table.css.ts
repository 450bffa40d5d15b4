/** The look of the table with photos: the grid fills it, how far all are stays in sight above. */

import { css } from "lit";
import { tableBoxStyles } from "../photo/table-box.css.ts";

export const photoTableStyles = [
  tableBoxStyles,
  css`
    app-table-tools,
    .note {
      max-width: var(--text-width);
      margin-inline: auto;
    }
    .table.few {
      min-height: 0;
      max-width: var(--text-width);
      margin-inline: auto;
    }
    /* A little wider than what stands over it would look like a mistake. */
    @media (max-width: 1500px) {
      .table {
        max-width: var(--text-width);
        margin-inline: auto;
      }
    }
    app-queue-bar {
      padding-inline: max(0px, 50% - var(--text-width) / 2);
      position: sticky;
      z-index: 2;
      top: var(--bar);
      margin-top: 12px;
      padding-block: 8px 4px;
      background: var(--ground);
    }
    app-table-tools {
      margin-top: 4px;
    }
    .note {
      margin-top: 8px;
    }
    .nothing {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      color: var(--_ink-quiet);
    }
    app-photo-grid {
      --stuck: 60px;
    }
    @media (max-width: 640px) {
      app-photo-grid {
        --stuck: 91px;
      }
    }
  `,
];
