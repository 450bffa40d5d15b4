/** Room that has nothing in it yet: what belongs there, in its middle. */

import { css } from "lit";

export const zoneStyles = css`
  .zone {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    padding: 24px;
    color: var(--_ink-quiet);
    text-align: center;
  }
  .zone svg {
    width: 40px;
    height: 40px;
    stroke-width: 0.8;
  }
`;
