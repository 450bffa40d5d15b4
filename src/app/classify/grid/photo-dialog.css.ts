/** The look of an enlarged photo: the photo first, what is known of it beside it, on a phone below. */

import { css } from "lit";

export const photoDialogStyles = css`
  dialog {
    width: min(1120px, 100vw - 48px);
    height: min(760px, 100dvh - 48px);
    max-height: none;
  }
  .inside {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 340px;
    height: 100%;
  }
  header {
    grid-column: 1 / -1;
    border-bottom: 1px solid var(--_line);
  }
  header h2 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header .place {
    margin-inline: 8px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .picture {
    display: grid;
    place-items: center;
    min-height: 0;
    padding: 24px;
  }
  img {
    max-width: 100%;
    max-height: 100%;
    min-height: 0;
    border-radius: var(--_corner);
    box-shadow: var(--_shadow);
  }
  .picture .file-sheet {
    height: min(100%, 320px);
  }
  .about {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 24px;
    overflow-y: auto;
    border-inline-start: 1px solid var(--_line);
  }
  .scores .best {
    font-size: 20px;
    line-height: 1.3;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .best .original {
    font-size: var(--_text);
    font-weight: 400;
  }
  .error {
    color: var(--_bad);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .synonyms:not(:empty) {
    margin-top: 12px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .scores li:not(:first-child) {
    height: 28px;
    font-size: var(--_text);
  }
  .split {
    display: flex;
    gap: 2px;
    height: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_line);
  }
  .split span {
    background: var(--_ink-quiet);
  }
  .split .server {
    background: var(--_accent);
  }
  .split .rest {
    background: none;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 16px;
    margin: 0;
    font-size: var(--_small);
  }
  .split + dl {
    margin-block: 10px 8px;
  }
  dt {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_ink-quiet);
  }
  dt.upload::before,
  dt.server::before {
    width: 8px;
    height: 8px;
    border-radius: 2px;
    content: "";
  }
  dt.upload::before {
    background: var(--_ink-quiet);
  }
  dt.server::before {
    background: var(--_accent);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: auto;
  }
  @media (max-width: 760px) {
    dialog {
      width: 100vw;
      height: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .inside {
      grid-template: auto auto auto / minmax(0, 1fr);
      height: auto;
    }
    header {
      position: sticky;
      z-index: 1;
      top: 0;
      padding-inline-start: 16px;
      background: var(--_table);
    }
    .picture {
      padding: 16px;
    }
    img {
      max-height: 46dvh;
    }
    .about {
      padding: 0 16px 24px;
      border: 0;
    }
  }
`;
