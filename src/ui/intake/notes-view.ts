/** The notes about what was given, as app and elements show them. */

import { css, html, nothing, type TemplateResult } from "lit";
import { failureText } from "../language/failure-text.ts";
import type { Language } from "../language/language.ts";
import { failedIcon, fileIcon, removeIcon, runningIcon } from "../look/icons.ts";
import type { CallWords } from "../words/en/calls.ts";
import type { IntakeWords } from "../words/en/intake.ts";
import type { Intake } from "./intake.ts";
import type { Note } from "./notes.ts";

/** So many names are told. */
const MOST_NAMES = 5;

/** Failures of different causes that are told. */
const MOST_FAILURES = 3;

export const intakeNoteStyles = css`
  .given > div + div {
    margin-top: 8px;
  }
  .given > div {
    display: flex;
    align-items: start;
    gap: 12px;
    padding: 8px 4px 8px 16px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_corner);
    background: var(--_field);
  }
  .given .failed {
    border-color: var(--_bad);
    background: var(--_bad-quiet);
  }
  .given svg {
    margin-top: 3px;
    color: var(--_ink-quiet);
  }
  .given .failed svg {
    color: var(--_bad);
  }
  .given .said {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .given .said p:first-child {
    font-weight: 600;
  }
  .given button {
    width: 28px;
    min-height: 28px;
    padding: 0;
  }
  .given button svg {
    margin: 0;
    color: inherit;
  }
  @media (pointer: coarse) {
    .given button {
      width: var(--_control);
      min-height: var(--_control);
      margin-block: -6px;
    }
  }
  @media (max-width: 640px) {
    .given {
      font-size: var(--_small);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .given .turning {
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

export function intakeNotes(
  intake: Intake,
  words: IntakeWords & CallWords,
  language: Language,
): TemplateResult {
  const failures = intake.notes.filter(({ kind }) => kind === "failed");
  const shown = intake.notes.filter((note) => !failures.slice(MOST_FAILURES).includes(note));
  return html`<div class="given" part="notes" aria-live="polite">${shown.map(
    (note) => html`<div class=${note.kind}>
      ${ICONS[note.kind]}
      <div class="said">${said(note, words, language)}</div>
      <button class="bare" title=${dismissText(note, words)} aria-label=${dismissText(note, words)}
        @click=${() => intake.dismiss(note)}>${removeIcon}</button>
    </div>`,
  )}</div>`;
}

const ICONS: Readonly<Record<Note["kind"], TemplateResult>> = {
  leftOut: fileIcon,
  nothing: fileIcon,
  failed: failedIcon,
  fetching: runningIcon,
};

const NOTHING = { clipboard: "emptyClipboard", folder: "emptyFolder", drop: "emptyDrop" } as const;

function dismissText({ kind }: Note, words: IntakeWords): string {
  return kind === "fetching" ? words.stopFetching : words.dismiss;
}

function said(note: Note, words: IntakeWords & CallWords, language: Language) {
  switch (note.kind) {
    case "leftOut": {
      const { paths } = note;
      return html`<p>${paths.length === 1 ? words.leftOutOne(paths[0]!) : words.leftOut(paths.length)}</p>
        ${paths.length === 1 ? nothing : html`<p>${names(paths, words, language)}</p>`}`;
    }
    case "nothing":
      return html`<p>${words[NOTHING[note.of]]}</p>`;
    case "failed": {
      const { text, todo } = failureText(note.failure, words, language);
      return html`<p>${note.times > 1 ? words.ofPictures(text, note.times) : text}</p><p>${words.whatToDo(todo)}</p>`;
    }
    case "fetching": {
      const { all, settled, share } = note;
      // A screen reader need not hear each percent.
      const percent =
        share === undefined ? nothing : html`<span aria-hidden="true"> ${Math.floor(share * 100)} %</span>`;
      return html`<p>${all === 1 ? words.fetchingFrom(hostIn(note.from)) : words.fetching(settled, all)}${percent}</p>`;
    }
  }
}

function names(paths: readonly string[], words: IntakeWords, language: Language): string {
  const some = paths.slice(0, MOST_NAMES).join(language === "zh" ? "、" : ", ");
  return paths.length > MOST_NAMES ? words.andMore(some, paths.length - MOST_NAMES) : some;
}

function hostIn(address: string): string {
  const { protocol, host, pathname } = new URL(address);
  return host || (protocol === "blob:" ? new URL(pathname).host : protocol);
}
