/** The look of a photo with its caption: no box around it, it lies on the table. Its height is the same whatever it says. */

import { css } from "lit";

/** Pixels below the picture, without the line with the state: label, five scores, two lines of synonyms. */
export const CAPTION_HEIGHT = 222;

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
    display: flex;
    flex: none;
    align-items: end;
    justify-content: start;
    width: 100%;
    min-height: 0;
    aspect-ratio: 4 / 3;
    padding: 0;
    border: 0;
    background: none;
    cursor: zoom-in;
  }
  .picture:hover {
    background: none;
  }
  .picture:focus-visible {
    outline-offset: 4px;
  }
  canvas {
    max-width: 100%;
    max-height: 100%;
    border-radius: var(--_corner);
    box-shadow: var(--_shadow);
  }
  .line {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
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
  .line button + button {
    margin-inline-start: -8px;
  }
  .line button:last-child {
    margin-inline-end: -10px;
  }
  .file {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption {
    height: 218px;
    overflow: hidden;
  }
  .label {
    height: 24px;
    margin-bottom: 4px;
    overflow: hidden;
    font-size: var(--_text);
    font-weight: 600;
    line-height: 24px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .label .original {
    margin-inline-start: 6px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-weight: 400;
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
