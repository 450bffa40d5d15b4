/** The look of the Classify page: the table fills it, the ways in lie above, on a phone below the thumb. */

import { css } from "lit";
import { zoneStyles } from "../look/zone.css.ts";
import { tableBoxStyles } from "./photo/table-box.css.ts";

export const classifyPageStyles = [
  tableBoxStyles,
  zoneStyles,
  css`
  .top,
  .actions,
  .foot,
  .table {
    max-width: var(--text-width);
    margin-inline: auto;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 12px 32px;
  }
  .title {
    flex: 1 1 520px;
  }
  .note {
    min-height: 1.45em;
    margin-top: 2px;
  }
  .trouble {
    margin-top: 8px;
    color: var(--_bad);
  }
  .samples {
    min-width: 0;
  }
  .samples p {
    margin-bottom: 4px;
  }
  a {
    color: inherit;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
  }
  app-photo-intake {
    flex: 1;
  }
  .table:has(.zone) {
    display: grid;
    padding: 0;
    border: 1.5px dashed var(--_line-strong);
  }
  .zone {
    cursor: pointer;
  }
  .table:has(.zone:hover) {
    border-color: var(--_accent);
  }
  strong {
    color: var(--_ink);
    font-weight: 600;
  }
  .with-finger {
    display: none;
  }
  /* At the foot of the window, where nothing jumps. */
  .foot {
    position: sticky;
    z-index: 2;
    bottom: 16px;
    margin-top: 16px;
  }
  app-failure-banner {
    position: static;
  }
  @media (pointer: coarse) {
    .with-pointer {
      display: none;
    }
    .with-finger {
      display: block;
    }
  }
  @media (max-width: 640px) {
    .title {
      flex-basis: 100%;
    }
    .note {
      min-height: 2.9em;
    }
    .samples {
      width: 100%;
    }
    .foot {
      /* Above the page's own bar there, which may have a line of text over its buttons. */
      bottom: calc(var(--_control) + 56px + env(safe-area-inset-bottom));
    }
  }
`,
];
