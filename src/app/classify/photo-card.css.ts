/** The look of a photo with its caption: no box around it, it lies on the table. */

import { css } from "lit";

export const photoCardStyles = css`
  .picture {
    display: flex;
    align-items: end;
    aspect-ratio: 4 / 3;
  }
  img,
  .file-sheet {
    max-width: 100%;
    max-height: 100%;
    border-radius: var(--corner);
    box-shadow: var(--shadow);
  }
  .file-sheet {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    aspect-ratio: 3 / 4;
    height: 100%;
    padding: 8px;
    background: var(--field);
    color: var(--ink-quiet);
    font-size: var(--small);
    overflow-wrap: anywhere;
    text-align: center;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    height: var(--control);
    margin-top: 4px;
    font-size: var(--small);
    color: var(--ink-quiet);
  }
  .line button {
    width: var(--control);
    min-height: var(--control);
    padding: 0;
  }
  .line button:last-child {
    margin-inline: -4px -10px;
  }
  .line button:not(:last-child) {
    margin-inline-end: -8px;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
  }
  .running {
    color: var(--ink);
  }
  .done {
    color: var(--accent);
  }
  .failed {
    color: var(--bad);
  }
  .file {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption {
    /* Label, five scores and two lines of synonyms: kept free until they come. */
    min-height: 218px;
  }
  .label {
    min-height: 24px;
    margin-bottom: 4px;
    font-size: var(--text);
    font-weight: 600;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .synonyms {
    margin-top: 8px;
    color: var(--ink-quiet);
    font-size: var(--small);
    line-height: 19px;
    overflow-wrap: anywhere;
  }
  .error {
    max-height: 160px;
    overflow: auto;
    color: var(--bad);
    font-size: var(--small);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .todo {
    margin-top: 8px;
    font-size: var(--small);
  }
  @media (prefers-reduced-motion: no-preference) {
    .running .turning {
      transform-origin: 8px 8px;
      animation: turn 1s linear infinite;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;
