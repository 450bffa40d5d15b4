/** The look of a photo with its caption: no box around it, it lies on the table. Its height is the same whatever it says. */

import { css } from "lit";

/** Pixels below the picture, without the line with the state: the label, four more, two lines of synonyms. */
export const CAPTION_HEIGHT = 204;

/** Height of the picture by its width. */
export const PICTURE_RATIO = 3 / 4;

export const photoCardStyles = css`
  :host,
  article {
    height: 100%;
  }
  article {
    display: flex;
    flex-direction: column;
  }
  .picture {
    display: grid;
    flex: none;
    grid-template: 100% / 100%;
    place-items: center;
    width: 100%;
    min-height: 0;
    aspect-ratio: 4 / 3;
    padding: 0;
    overflow: hidden;
    border: 0;
    /* A frame of one size; what the photo leaves of it is quiet. */
    background: color-mix(in srgb, var(--_line) 45%, transparent);
    cursor: zoom-in;
  }
  .picture:hover {
    background: color-mix(in srgb, var(--_line) 70%, transparent);
  }
  .picture:focus-visible {
    outline-offset: 4px;
  }
  canvas {
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
  }
  .line {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
    height: var(--_control);
    margin-top: 4px;
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .line button {
    width: var(--_control);
    min-height: var(--_control);
    padding: 0;
  }
  .does {
    display: flex;
    margin-inline-end: -8px;
  }
  .does button + button {
    margin-inline-start: -8px;
  }
  /* The name has the line to itself until somebody turns to the card. */
  @media (hover: hover) {
    .does {
      position: absolute;
      inset-inline-end: 0;
      background: var(--_table);
      opacity: 0;
    }
    article:hover .does,
    article:focus-within .does {
      opacity: 1;
    }
  }
  /* Cut in the middle: where a name begins and how it ends tell it from others. */
  .file {
    display: flex;
    flex: 1;
    min-width: 0;
    white-space: pre;
  }
  .file span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .caption {
    position: relative;
    height: 200px;
    overflow: hidden;
  }
  .unsettled {
    position: absolute;
    font-size: var(--_small);
    line-height: 26px;
    color: var(--_ink-quiet);
  }
  .best .original {
    font-size: var(--_small);
    font-weight: 400;
  }
  /* One photo alone: its caption beside it. */
  :host([wide]) article {
    display: grid;
    grid-template: auto 1fr / minmax(0, 3fr) minmax(280px, 2fr);
    column-gap: 32px;
  }
  :host([wide]) .picture {
    grid-row: 1 / 3;
    height: 100%;
    aspect-ratio: auto;
  }
  :host([wide]) .caption {
    height: auto;
  }
  .synonyms,
  .error,
  .todo {
    display: -webkit-box;
    overflow: hidden;
    font-size: var(--_small);
    line-height: 19px;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
  }
  .synonyms {
    margin-top: 8px;
    color: var(--_ink-quiet);
    -webkit-line-clamp: 2;
  }
  /* All of it is told where the photo is enlarged. */
  .notice p {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
  }
  .error {
    color: var(--_bad);
    -webkit-line-clamp: 5;
  }
  .todo {
    margin-top: 8px;
    -webkit-line-clamp: 5;
  }
`;
