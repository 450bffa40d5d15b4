/** The look of the playground: the request at the left, the reply beside it. */

import { css } from "lit";

export const playgroundStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: start;
    gap: 32px;
    margin-top: 16px;
  }
  form,
  .reply {
    display: grid;
    gap: 14px;
  }
  .reply {
    position: sticky;
    top: calc(var(--bar) + 16px);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .line h2 {
    flex: 1 1 auto;
    overflow-wrap: anywhere;
  }
  .choice label {
    min-height: 30px;
  }
  /* In sight however many instances there are. */
  .actions {
    position: sticky;
    z-index: 1;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: -8px -4px 0;
    padding: 10px 4px;
    background: var(--ground);
  }
  .actions .announcement {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    order: 1;
  }
  .announcement .anyway {
    min-height: 28px;
    font-size: var(--_small);
  }
  .run {
    min-width: 104px;
  }
  .json {
    display: grid;
    gap: 6px;
  }
  textarea {
    min-height: 260px;
    resize: vertical;
    line-height: 1.5;
    white-space: pre;
    field-sizing: content;
    max-height: 60vh;
  }
  .outcome {
    display: grid;
    gap: 12px;
    padding: 12px 16px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .outcome app-output-view + app-output-view {
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .empty {
    display: grid;
    place-items: center;
    min-height: 160px;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_corner);
    color: var(--_ink-quiet);
  }
  .bad {
    color: var(--_bad);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .stamp {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--_small);
  }
  .stamp svg {
    color: var(--_accent);
  }
  .bad .stamp svg,
  .stamp.bad svg {
    color: var(--_bad);
  }
  .old .outcome {
    border-style: dashed;
  }
  .when {
    padding: 1px 8px;
    border-radius: var(--_corner);
    background: var(--_accent-quiet);
  }
  .reply .close {
    width: var(--_control);
    padding: 0;
  }
  .cut {
    display: grid;
    gap: 6px;
  }
  .cut pre {
    max-height: 240px;
    overflow: auto;
  }
  .kept {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin-top: 24px;
  }
  app-reply-view {
    scroll-margin-block: calc(var(--bar) + 12px) 0;
  }
  .hovering {
    position: fixed;
    z-index: 5;
    inset: 8px;
    display: grid;
    place-content: center;
    border: 2px dashed var(--_accent);
    border-radius: var(--_corner);
    background: color-mix(in srgb, var(--_accent-quiet) 82%, transparent);
    font-weight: 600;
    pointer-events: none;
  }
  @media (max-width: 1000px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 20px;
    }
    .reply {
      position: static;
    }
  }
  @media (max-width: 640px) {
    .outcome {
      padding-inline: 12px;
    }
    .actions {
      position: fixed;
      z-index: 3;
      inset: auto 0 0;
      margin: 0;
      padding: 8px 16px calc(8px + env(safe-area-inset-bottom));
      border-top: 1px solid var(--_line);
      background: var(--ground);
    }
    .actions .announcement {
      flex-basis: 100%;
      order: -1;
    }
    .actions .announcement:empty {
      display: none;
    }
    .actions > button:not(.bare) {
      flex: 1;
    }
    .actions .bare,
    .actions app-copy-line::part(button) {
      width: var(--_control);
      min-height: var(--_control);
      padding: 0;
    }
    .actions .bare span,
    .actions app-copy-line::part(word) {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;
