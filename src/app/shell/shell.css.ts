/** The look of the bar and of the page below it. */

import { css } from "lit";

export const shellStyles = css`
  header {
    position: sticky;
    z-index: 4;
    top: 0;
    height: var(--bar);
    border-bottom: 1px solid var(--_line);
    background: var(--ground);
  }
  .bar,
  .notes,
  main {
    --text-width: 1200px;
    padding-inline: max(24px, 50% - var(--text-width) / 2);
  }
  /* Photos take all of the window. */
  main {
    padding-inline: 24px;
  }
  main > :not(app-classify-page) {
    max-width: var(--text-width);
    margin-inline: auto;
  }
  .bar {
    display: flex;
    align-items: center;
    height: 100%;
    gap: 4px;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-end: 16px;
    font-weight: 600;
    white-space: nowrap;
  }
  .name svg {
    color: var(--_accent);
  }
  .skip:not(:focus) {
    position: absolute;
    clip-path: inset(50%);
  }
  .language {
    font-size: var(--_small);
  }
  .notes p {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    margin-top: 12px;
    padding: 4px 8px 4px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    background: var(--_table);
  }
  .notes span {
    flex: 1;
  }
  main {
    padding-block: 20px 32px;
    outline: none;
  }
  @media (max-width: 860px) {
    .name span {
      display: none;
    }
    .name {
      margin-inline-end: 4px;
    }
  }
  @media (max-width: 640px) {
    .bar {
      padding-inline: 8px 4px;
      gap: 0;
    }
    .name {
      display: none;
    }
    .language,
    .settings {
      min-width: 40px;
      padding-inline: 4px;
    }
    .settings span {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    main,
    .notes {
      padding-inline: 16px;
    }
    main {
      padding-block: 16px calc(var(--_control) + 40px + env(safe-area-inset-bottom));
    }
  }
  @media (max-width: 430px) {
    .language,
    .settings {
      min-width: 34px;
      padding-inline: 0;
    }
  }
  @media (max-width: 380px) {
    .language,
    .settings {
      min-width: 32px;
      padding-inline: 2px;
    }
  }
`;
