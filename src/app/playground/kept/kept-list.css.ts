/** The look of the lists of kept requests: folded up, a row for each. */

import { css } from "lit";

export const keptListStyles = css`
  details {
    border-top: 1px solid var(--_line);
    padding-top: 8px;
  }
  summary {
    width: fit-content;
    min-height: 28px;
    padding: 4px 0;
    font-weight: 600;
    cursor: pointer;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .tools button,
  .tools .button,
  .undo button,
  .question button {
    min-height: 30px;
    font-size: var(--_small);
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    margin-top: 8px;
  }
  ol {
    margin-top: 8px;
    max-height: 320px;
    overflow: auto;
  }
  li {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  li .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    flex: 1;
    justify-content: start;
    min-width: 0;
    gap: 10px;
    border-color: transparent;
    background: none;
    text-align: start;
  }
  li .whole:hover {
    background: var(--_table);
  }
  .whom {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  @media (max-width: 640px) {
    li {
      border-bottom: 1px solid var(--_line);
    }
    li .whole {
      padding: 6px 4px;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 10px;
      white-space: normal;
    }
  }
`;
