/** The look of the request. */

import { css } from "lit";

export const loadRequestStyles = css`
  :host {
    display: grid;
    gap: 10px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .json {
    display: grid;
    gap: 4px;
  }
  .json textarea {
    min-height: 160px;
    resize: vertical;
    white-space: pre;
  }
  .bad {
    color: var(--_bad);
  }
  .anyway {
    margin-inline-start: 8px;
  }
  .small:empty {
    display: none;
  }
`;
