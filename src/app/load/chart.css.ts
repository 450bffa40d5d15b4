/** What the charts of a sweep have in common. */

import { css } from "lit";

export const chartStyles = css`
  figure {
    margin: 0;
  }
  figcaption {
    margin-bottom: 4px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  svg {
    display: block;
    width: 100%;
    max-width: 520px;
    overflow: visible;
  }
  text {
    fill: var(--_ink-quiet);
    font-size: 11px;
    font-variant-numeric: tabular-nums;
  }
  .grid {
    stroke: var(--_line);
  }
`;
