/** Tables of figures. */

import { css } from "lit";

export const tableStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 8px;
  }
  .scroll {
    width: fit-content;
    max-width: 100%;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 4px 12px;
    border-bottom: 1px solid var(--_line);
    text-align: end;
  }
  th:first-child {
    min-width: 120px;
    max-width: 360px;
    overflow-wrap: anywhere;
    font-weight: 400;
    text-align: start;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
`;
