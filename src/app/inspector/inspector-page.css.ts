/** The look of the page Inspector. */

import { css } from "lit";

export const inspectorPageStyles = css`
  .intro {
    max-width: 76ch;
    margin-bottom: 12px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 12px;
  }
  .tools select {
    width: auto;
    max-width: 220px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: var(--_control);
  }
  .count {
    margin-inline-start: auto;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(300px, 400px) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  ol,
  .detail,
  .empty {
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .empty {
    padding: 48px 24px;
    color: var(--_ink-quiet);
    text-align: center;
  }
  .columns:has(> .empty:first-child:last-child) {
    grid-template-columns: minmax(0, 1fr);
  }
  ol {
    max-height: calc(100dvh - 220px);
    overflow: auto;
  }
  li + li {
    border-top: 1px solid var(--_line);
  }
  li button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    width: 100%;
    padding: 8px 12px;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  li button:hover {
    background: color-mix(in srgb, var(--_ink) 5%, transparent);
  }
  li button:focus-visible {
    outline-offset: -2px;
  }
  li [aria-current] {
    background: var(--_accent-quiet);
  }
  .whom {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .ms {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .state {
    overflow: hidden;
    font-size: var(--_small);
  }
  .facts {
    grid-column: 1 / -1;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .state {
    grid-column: 1 / -1;
  }
  .detail {
    padding: 12px 16px 16px;
    min-width: 0;
  }
  .back {
    display: none;
    margin: -4px 0 4px -8px;
  }
  @media (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    h1 {
      margin-bottom: 8px;
    }
    .columns.chosen > ol,
    .columns.chosen > .empty,
    .top.chosen,
    .wide {
      display: none;
    }
    ol {
      max-height: none;
    }
    .back {
      display: inline-flex;
    }
    .count {
      margin-inline-start: 0;
    }
  }
`;
