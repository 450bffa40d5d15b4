/** The look of the Add page. */

import { css } from "lit";

export const addPageStyles = css`
  .intro {
    max-width: 76ch;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
    margin-top: 16px;
  }
  .methods {
    display: flex;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_field);
  }
  .methods label {
    position: relative;
    display: grid;
    padding: 6px 14px;
    line-height: 1.35;
    cursor: pointer;
  }
  .methods label + label {
    border-inline-start: 1px solid var(--_line);
  }
  .methods label:has(:checked) {
    background: var(--_accent-quiet);
    border-radius: 7px;
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  .methods label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }
  .methods label:has(:checked) .quiet {
    color: var(--_ink);
  }
  input[type="radio"] {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .actions {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
  }
  .run {
    min-width: 104px;
  }
  .announcement {
    margin-inline-start: 8px;
    color: var(--_ink-quiet);
  }
  .bad {
    color: var(--_bad);
  }
  ol {
    margin-top: 20px;
    padding: 4px 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  li {
    padding: 16px 0 8px;
  }
  li + li {
    border-top: 1px solid var(--_line);
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-top: 16px;
  }
  .printouts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
    gap: 16px;
  }
  h3 {
    margin: 8px 0 0;
    color: var(--_ink-quiet);
    font-weight: 400;
  }
  details {
    margin-top: 12px;
  }
  summary {
    width: fit-content;
    padding: 6px 0;
    color: var(--_ink-quiet);
    cursor: pointer;
  }
  summary:hover {
    color: var(--_ink);
  }
  pre {
    margin: 8px 0 0;
    padding: 16px;
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
    font-size: var(--_small);
    line-height: 1.6;
  }
  app-failure-banner {
    margin-top: 16px;
  }
  @media (max-width: 640px) {
    .methods {
      width: 100%;
    }
    .methods label {
      flex: 1;
      align-content: start;
      padding: 8px;
    }
    @media (max-width: 380px) {
      .methods {
        display: grid;
      }
      .methods label {
        grid-template-columns: 12ch 1fr;
        align-items: baseline;
        gap: 8px;
      }
      .methods label + label {
        border-inline-start: 0;
        border-block-start: 1px solid var(--_line);
      }
    }
    .actions {
      position: fixed;
      z-index: 3;
      inset: auto 0 0;
      flex-wrap: wrap;
      padding: 8px 16px calc(8px + env(safe-area-inset-bottom));
      border-top: 1px solid var(--_line);
      background: var(--ground);
    }
    .actions .announcement {
      flex-basis: 100%;
      order: -1;
      margin: 0;
    }
    .actions button {
      flex: 1;
    }
    ol {
      padding: 0 16px;
    }
  }
`;
