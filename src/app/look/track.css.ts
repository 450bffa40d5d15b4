/** A thin bar of what is done and what has failed. */

import { css } from "lit";

export const trackStyles = css`
  .track {
    display: flex;
    height: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_line);
  }
  .track span {
    background: var(--_accent);
  }
  .track .failed {
    background: var(--_bad);
  }
`;
