/** The look of one call. */

import { css } from "lit";

export const callDetailStyles = css`
  h2,
  .url,
  .error {
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 12px 0 6px;
    font-size: var(--_text);
    font-weight: 600;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
  }
  .error {
    margin-top: 8px;
    padding: 8px 12px;
    border-radius: var(--_corner);
    background: var(--_bad-quiet);
    color: var(--_bad);
  }
  .error p:first-child {
    white-space: pre-wrap;
  }
  [role="tablist"] {
    display: flex;
    margin: 12px -16px 0;
    padding: 0 8px;
    border-bottom: 1px solid var(--_line);
    overflow-x: auto;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(120px, auto) minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0;
    font-size: var(--_small);
  }
  dt {
    color: var(--_ink-quiet);
    overflow-wrap: anywhere;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .note {
    margin-top: 12px;
  }
`;
