/** Styles that every element of the page starts from: those of the drop-in elements, and its headings. */

import { css } from "lit";
import { controls } from "../../ui/index.ts";

export const base = [
  controls,
  css`
    h1 {
      margin-bottom: 2px;
      font-size: 20px;
      font-weight: 600;
      line-height: 1.3;
    }
    h2 {
      font-size: var(--_text);
      font-weight: 600;
    }
    .small {
      font-size: var(--_small);
    }
  `,
];
