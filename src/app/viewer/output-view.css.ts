/** The look of one output. */

import { css } from "lit";

export const outputStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .doc {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .head h4 {
    margin: 0;
    font-size: 14px;
    font-weight: 600;
  }
  .head .facts {
    flex: 1 0 auto;
    max-width: 100%;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .views button {
    min-height: 28px;
    padding: 0 8px;
    font-size: var(--_small);
  }
  .views button[aria-pressed="true"] {
    background: var(--_accent-quiet);
    color: var(--_ink);
  }
  pre {
    margin: 0;
    overflow: auto;
    max-height: 320px;
    font-size: 14px;
    line-height: 1.5;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  ol {
    display: grid;
    gap: 8px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .foot .figures {
    flex: 1 1 100%;
  }
  .foot .figures:empty {
    display: none;
  }
  .foot > :nth-child(2) {
    margin-inline-start: -8px;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .place input {
    width: 72px;
    min-height: 28px;
  }
  a,
  .foot button {
    min-height: 28px;
    font-size: var(--_small);
  }
`;
