/** A photo's state as an icon and a word, never a colour alone. */

import { css, html, type TemplateResult } from "lit";
import type { PhotoState } from "../../../photos/index.ts";
import { doneIcon, failedIcon, removeIcon, runningIcon, waitingIcon } from "../../../ui/index.ts";
import type { Words } from "../../words/words.ts";

const ICONS: Readonly<Record<PhotoState["name"], TemplateResult>> = {
  waiting: waitingIcon,
  preparing: runningIcon,
  uploading: runningIcon,
  running: runningIcon,
  done: doneIcon,
  failed: failedIcon,
  cancelled: removeIcon,
};

export const photoStateStyles = css`
  .state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .preparing,
  .uploading,
  .running {
    color: var(--_ink);
  }
  .done {
    color: var(--_accent);
  }
  .failed {
    color: var(--_bad);
  }
  @media (prefers-reduced-motion: no-preference) {
    .state .turning {
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

export function stateLine(state: PhotoState, words: Words): TemplateResult {
  return html`<span class="state ${state.name}">${ICONS[state.name]}${stateWord(state, words)}</span>`;
}

/** The icon alone, so that there is room for the photo's name; its word for those who don't see it. */
export function stateMark(state: PhotoState, words: Words): TemplateResult {
  const word = stateWord(state, words);
  return html`<span class="state ${state.name}" title=${word}>${ICONS[state.name]}<span class="unseen">${word}</span></span>`;
}

function stateWord(state: PhotoState, words: Words): string {
  return state.name === "uploading" ? words.uploading(Math.floor(state.share * 100)) : words[state.name];
}
