/** The look of the page Live. */

import { css } from "lit";
import { scoreListStyles } from "../../ui/index.ts";
import { zoneStyles } from "../look/zone.css.ts";

export const livePageStyles = [
  scoreListStyles,
  zoneStyles,
  css`
    .intro {
      max-width: 76ch;
      margin-bottom: 12px;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-bottom: 12px;
    }
    label.button {
      position: relative;
      overflow: hidden;
    }
    label.button input {
      position: absolute;
      inset: 0;
      opacity: 0;
      cursor: pointer;
    }
    label.button:focus-within {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .zone,
    .stage {
      border: 1px solid var(--_line);
      border-radius: var(--_corner);
      background: var(--_table);
    }
    .zone {
      min-height: 260px;
    }
    .stage {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(220px, 320px);
      overflow: hidden;
    }
    video {
      display: block;
      width: 100%;
      height: min(68dvh, 720px);
      background: #14110e;
      object-fit: contain;
    }
    /* As in a mirror; what is sent is as others see it. */
    video.user {
      transform: scaleX(-1);
    }
    .over {
      display: grid;
      align-content: start;
      gap: 12px;
      padding: 16px;
    }
    .over .scores {
      font-size: var(--_text);
    }
    .pace {
      color: var(--_ink-quiet);
      font-size: var(--_small);
      font-variant-numeric: tabular-nums;
    }
    .outputs {
      overflow-wrap: anywhere;
    }
    .failure {
      color: var(--_bad);
      overflow-wrap: anywhere;
    }
    .trouble {
      display: grid;
      gap: 4px;
      margin-bottom: 12px;
      padding: 12px 16px;
      border: 1px solid var(--_bad);
      border-radius: var(--_corner);
      background: var(--_bad-quiet);
    }
    @media (max-width: 720px) {
      .stage {
        grid-template-columns: minmax(0, 1fr);
      }
      video {
        height: min(52dvh, 480px);
      }
    }
  `,
];
