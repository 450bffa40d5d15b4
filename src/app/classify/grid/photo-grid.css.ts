/** The look of the table of photos. */

import { css } from "lit";

export const photoGridStyles = css`
  .field {
    position: relative;
  }
  section {
    position: absolute;
    inset-inline: 0;
  }
  h2:not(.unseen) {
    position: sticky;
    z-index: 1;
    top: calc(var(--bar) + var(--stuck, 0px));
    display: flex;
    align-items: baseline;
    gap: 8px;
    height: 36px;
    padding-top: 6px;
    background: var(--_table);
  }
  h2 .quiet {
    font-size: var(--_small);
    font-weight: 400;
  }
  li {
    position: absolute;
    contain: layout style;
  }
`;
