/** The look of the status and of the ladder behind it. */

import { css } from "lit";

export const statusStyles = css`
  .dot {
    flex: none;
    width: 10px;
    height: 10px;
    border: 2px solid currentColor;
    border-radius: 50%;
    color: var(--_ink-quiet);
  }
  .connected .dot {
    color: var(--_accent);
    background: currentColor;
  }
  .down {
    color: var(--_bad);
  }
  .down .dot {
    color: var(--_bad);
    border-radius: 2px;
    transform: rotate(45deg);
  }
  .opener {
    font-size: var(--_small);
  }
  .whom {
    color: var(--_ink-quiet);
  }
  [popover] {
    inset: calc(var(--bar) + 6px) max(16px, calc((100vw - 1200px) / 2)) auto auto;
    width: min(400px, calc(100vw - 32px));
    max-height: calc(100dvh - var(--bar) - 24px);
    margin: 0;
    padding: 16px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_field);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 16px 88px minmax(0, 1fr);
    gap: 0 10px;
    padding-block: 6px;
    line-height: 1.4;
  }
  /* The ladder's rail from rung to rung. */
  li + li::before {
    content: "";
    position: absolute;
    top: -5px;
    left: 7px;
    height: 10px;
    border-left: 1.5px solid var(--_line-strong);
  }
  li svg {
    margin-top: 2px;
    color: var(--_ink-quiet);
  }
  .good svg {
    color: var(--_accent);
  }
  .bad svg,
  .bad .rung {
    color: var(--_bad);
  }
  .bad .rung {
    font-weight: 600;
  }
  .about {
    color: var(--_ink-quiet);
    overflow-wrap: anywhere;
  }
  .repair {
    grid-column: 2 / -1;
    display: grid;
    justify-items: start;
    gap: 8px;
    padding-block: 4px 6px;
  }
  .again {
    margin-top: 8px;
  }
  @media (max-width: 1100px) {
    .whom {
      display: none;
    }
  }
  @media (max-width: 640px) {
    .opener {
      min-width: var(--_control);
    }
    .opener .state {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 430px) {
    .opener {
      min-width: 32px;
      padding-inline: 4px;
    }
  }
`;
