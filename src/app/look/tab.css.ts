/** The look of tabs: a line below the chosen one. */

import { css } from "lit";

export const tabStyles = css`
  [role="tab"] {
    padding: 0 12px;
    border: 0;
    border-block: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_ink-quiet);
  }
  [role="tab"]:hover {
    border-top-color: transparent;
  }
  [role="tab"][aria-selected="true"] {
    border-bottom-color: var(--_accent);
    color: var(--_ink);
  }
  [role="tab"]:focus-visible {
    outline-offset: -3px;
  }
`;
