/** The look of `<serving-classifier>`: a drop area, and below it photos with their captions. */

import { css } from "lit";

export const classifierStyles = css`
  .zone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 12px 16px;
    min-height: 220px;
    padding: 24px;
    flex-direction: column;
    border: 1.5px dashed var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_table);
    text-align: center;
    cursor: pointer;
    transition:
      background-color var(--_quick),
      border-color var(--_quick);
  }
  .zone:hover {
    border-color: var(--_accent);
  }
  .zone.hovering {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
  }
  .zone > svg {
    width: 40px;
    height: 40px;
    color: var(--_ink-quiet);
    stroke-width: 0.8;
  }
  /* With photos below it, it need not say so much. */
  .zone.small {
    flex-direction: row;
    justify-content: start;
    min-height: 0;
    padding: 12px 16px;
    text-align: start;
  }
  .zone.small > svg {
    width: 28px;
    height: 28px;
    stroke-width: 1;
  }
  .zone.small .prompt {
    flex: 1 1 180px;
  }
  strong {
    font-weight: 600;
  }
  .prompt p {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .with-finger {
    display: none;
  }
  @media (pointer: coarse) {
    .with-pointer {
      display: none;
    }
    .with-finger {
      display: inline;
    }
    .zone {
      min-height: 180px;
    }
  }
  .given:not(:empty) {
    margin-top: 12px;
    font-size: var(--_small);
  }
  .tools,
  .tools div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .tools {
    min-height: var(--_control);
    margin-top: 12px;
  }
  .tools p {
    flex: 1 1 auto;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
    gap: 8px;
    margin: 4px -8px 0;
  }
  /* What is out of sight costs no layout. */
  .photos > li {
    min-width: 0;
    padding: 8px;
    content-visibility: auto;
    contain-intrinsic-size: auto 420px;
  }
  /* One photo alone: its caption beside it where there is room. */
  .photos.single {
    display: block;
  }
  .photos.single article {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
  }
  .photos.single .picture {
    flex: 1 1 240px;
    align-items: start;
    max-height: 360px;
  }
  .photos.single .words {
    flex: 1 1 240px;
    min-width: 0;
  }
  .picture {
    display: grid;
    grid-template: 100% / 100%;
    place-items: center;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    border-radius: var(--_corner);
    background: color-mix(in srgb, var(--_line) 45%, transparent);
  }
  img {
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
  }
  .undrawable img,
  .picture:not(.undrawable) .file-sheet {
    display: none;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    height: var(--_control);
    margin-top: 4px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .line .bare {
    margin-inline-end: -8px;
  }
  .file {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .synonyms {
    margin-top: 8px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    line-height: 19px;
    overflow-wrap: anywhere;
  }
`;
