/** The look of the page Load. */

import { css } from "lit";

export const loadPageStyles = css`
  .intro {
    max-width: 76ch;
    margin-bottom: 12px;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    margin-top: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 16px;
  }
  .go p {
    flex: 1 1 320px;
    max-width: 90ch;
    overflow-wrap: anywhere;
  }
  .fault {
    color: var(--_bad);
    font-size: var(--_small);
  }
  @media (max-width: 640px) {
    .panel {
      padding: 12px;
    }
  }
`;
