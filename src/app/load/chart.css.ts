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
  /* A narrow picture is drawn smaller, and its texts with it. */
  @media (max-width: 640px) {
    text {
      font-size: 15px;
    }
  }
  .grid {
    stroke: var(--_line);
  }
`;
