/** `<app-evaluate-page>`: photos in, figures out; a second method, version or address beside the first. */

import { html, nothing } from "lit";
import { compareRuns } from "../../evaluation/index.ts";
import { removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { folderIcon } from "../look/icons.ts";
import { zoneStyles } from "../look/zone.css.ts";
import { methodName } from "../serving/target.ts";
import { settings } from "../state/settings.ts";
import { evaluatePageStyles } from "./evaluate-page.css.ts";
import { Evaluation } from "./evaluation.ts";
import { judge } from "./judged-run.ts";
import type { Next } from "./next-run.ts";
import { PhotoSet } from "./photo-set.ts";
import type { RunBar } from "./run-bar.ts";
import { whereabouts } from "./run-name.ts";
import { saveRun } from "./save-run.ts";
import type { RunActionEvent, SetEvent } from "./set-events.ts";

/** While photos come, figures are drawn no more often than this, */
const DRAWN_MS = 500;

/** and so seldom that drawing takes no more than this share of the time: of a thousand classes it takes some. */
const DRAWN_SHARE = 0.1;

type Names = ReadonlyMap<string, string>;

/** All that Clear takes away, and Undo brings back. */
interface Work {
  set: PhotoSet | undefined;
  names: Names;
  /** One, or two to be compared. */
  runs: readonly Evaluation[];
}

const NOTHING: Work = { set: undefined, names: new Map(), runs: [] };

export class EvaluatePage extends AppElement {
  static override properties = {
    work: { state: true },
    cleared: { state: true },
    next: { state: true },
    shown: { state: true },
  };
  static override styles = [AppElement.styles, zoneStyles, evaluatePageStyles];

  declare work: Work;
  declare cleared: { work: Work; wasRunning: readonly Evaluation[] } | undefined;
  /** As it is written for the run that comes next. */
  declare next: Next;
  /** Which run's results stand below. */
  declare shown: number;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawnMs = 0;
  /** The browser asks before it leaves the page, where a run would be lost. */
  readonly #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.work.runs.some(({ settled }) => settled > 0)) event.preventDefault();
  };

  constructor() {
    super();
    this.work = NOTHING;
    const { servable, method, version } = settings.value;
    this.next = { target: { servable, method, version }, elsewhere: { address: "", metadata: {} } };
    this.shown = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(settings);
    window.addEventListener("beforeunload", this.#beforeUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#beforeUnload);
  }

  protected override render() {
    const { words, work } = this;
    return html`
      <h1>${words.evalTitle}</h1>
      <p class="quiet intro">${words.evalIntro}</p>
      <app-set-intake @set=${this.#take}></app-set-intake>
      ${this.cleared ? this.#undo() : nothing}
      ${
        work.set
          ? this.#given(work.set)
          : html`<div class="zone">${folderIcon}
        <p class="with-pointer"><strong>${words.evalDropHere}</strong><br />${words.evalDropHereMore}</p>
        <p class="with-finger"><strong>${words.evalTouch}</strong><br />${words.evalTouchMore}</p></div>`
      }
      ${work.runs.length > 0 ? this.#results() : nothing}
      <app-failure-banner .failure=${work.runs.find(({ halt }) => halt)?.halt?.failure}
        @retry=${() => {
          for (const run of work.runs) if (run.halt) run.start();
        }}></app-failure-banner>
      <p class="unseen" role="status">${this.#announcement()}</p>
    `;
  }

  #given(set: PhotoSet) {
    const { words, work } = this;
    const { missing, unlabelled } = set;
    return html`<div class="panel">
      <div class="head">
        <h2>${words.evalGiven(set.photos.length, set.names.size)}</h2>
        <button class="bare" @click=${this.#clear}>${removeIcon}${words.evalClear}</button>
      </div>
      ${unlabelled > 0 ? html`<p>${set.names.size === 0 ? words.evalNoLabels : words.evalUnlabelled(unlabelled)}</p>` : nothing}
      ${set.mayBeByFolder && work.runs.length === 0 ? this.#byFolder(set) : nothing}
      ${missing.length > 0 ? html`<p>${words.evalMissing(missing.length, missing.slice(0, 5).join(", "))}</p>` : nothing}
      ${work.names.size > 0 ? html`<p>${words.evalNamesTaken(work.names.size)}</p>` : nothing}
      ${
        work.runs.length > 1 || work.runs.some(({ isOver }) => !isOver)
          ? nothing
          : html`<app-next-run .next=${this.next} .isSecond=${work.runs.length > 0} @start-run=${this.#run}
              @edit=${({ value }: EditEvent<Next>) => {
                this.next = value;
              }}></app-next-run>`
      }
    </div>`;
  }

  #byFolder({ photos, isByFolder, isOneFolder }: PhotoSet) {
    const { words } = this;
    return html`<label class="by-folder">
      <input type="checkbox" .checked=${isByFolder} @change=${(event: Event) => {
        const { checked } = event.target as HTMLInputElement;
        this.work = { ...this.work, set: new PhotoSet(photos, undefined, checked) };
      }} />${isOneFolder ? words.evalByOneFolder : words.evalByFolder}</label>`;
  }

  #results() {
    const { words, work } = this;
    const judged = work.runs.map((evaluation) => judge(evaluation, work.names));
    const titles = work.runs.map(
      ({ target }, i) => `${work.runs.length > 1 ? `${i + 1} ` : ""}${methodName(target)}`,
    );
    const [first, second] = judged;
    const shown = judged[this.shown] ?? first!;
    return html`
      <div class="runs">${judged.map(
        ({ evaluation, figures }, i) =>
          html`<div class="panel"><app-run-bar .evaluation=${evaluation} .figures=${figures} .heading=${titles[i]}
            .whereabouts=${whereabouts(evaluation, work.runs, words)} .isSecond=${i > 0} @run-action=${({ action }: RunActionEvent) => this.#act(action, evaluation)}></app-run-bar></div>`,
      )}</div>
      ${
        second
          ? html`<app-comparison-view class="panel" .first=${first!} .second=${second}
              .comparison=${compareRuns(first!, second)}></app-comparison-view>
            <div class="chosen" role="group" aria-label=${words.evalResultsOf}>${judged.map(
              (_, i) =>
                html`<button aria-pressed=${String(shown === judged[i])} @click=${() => {
                  this.shown = i;
                }}>${titles[i]}</button>`,
            )}</div>`
          : nothing
      }
      <app-run-results .evaluation=${shown.evaluation} .figures=${shown.figures} .mapping=${shown.mapping} .names=${work.names}
        @edit=${({ value }: EditEvent<Names>) => {
          this.work = { ...this.work, names: value };
        }}></app-run-results>
    `;
  }

  #undo() {
    const { words } = this;
    return html`<p class="undo">${words.evalCleared}
      <button @click=${() => {
        const { work, wasRunning } = this.cleared!;
        this.work = work;
        this.cleared = undefined;
        for (const run of wasRunning) run.start();
      }}>${words.evalUndo}</button></p>`;
  }

  #announcement(): string {
    const over = this.work.runs.filter(({ isOver }) => isOver).at(-1);
    return over ? this.words.evalProgress(over.settled, over.run.size, over.run.failed) : "";
  }

  #take({ given }: SetEvent) {
    this.cleared = undefined;
    if ("names" in given) {
      this.work = { ...this.work, names: new Map([...this.work.names, ...given.names]) };
      return;
    }
    const { set, names } = this.work;
    const next =
      "photos" in given
        ? new PhotoSet(given.photos, given.table ?? set?.table)
        : new PhotoSet(set?.photos ?? [], given.table);
    // Results of other photos, or by other labels, are no results of these.
    if (this.work.runs.length > 0) this.#clear();
    this.work = { set: next, names, runs: [] };
  }

  async #run() {
    const { set, runs } = this.work;
    const { target, elsewhere } = this.next;
    const place = runs.length > 0 && elsewhere.address !== "" ? elsewhere : undefined;
    const evaluation = new Evaluation(set!, target, place, () => this.#changed());
    this.work = { ...this.work, runs: [...runs, evaluation] };
    this.cleared = undefined;
    evaluation.start();
    // The button that had the focus is gone.
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<RunBar>("app-run-bar")].at(-1)!.focus();
  }

  #changed(): void {
    this.#timer ??= setTimeout(
      async () => {
        const started = performance.now();
        this.requestUpdate();
        await this.updateComplete;
        this.#drawnMs = performance.now() - started;
        this.#timer = undefined;
      },
      Math.max(DRAWN_MS, this.#drawnMs / DRAWN_SHARE),
    );
  }

  #act(action: RunActionEvent["action"], evaluation: Evaluation) {
    if (action === "csv" || action === "json") saveRun(action, judge(evaluation, this.work.names));
    else if (action === "remove") {
      evaluation.pause();
      this.work = { ...this.work, runs: this.work.runs.filter((one) => one !== evaluation) };
      this.shown = 0;
    } else evaluation[action]();
    this.requestUpdate();
  }

  #clear() {
    const { work } = this;
    const wasRunning = work.runs.filter((run) => !run.isOver && !run.paused);
    for (const run of wasRunning) run.pause();
    this.cleared = { work, wasRunning };
    this.work = NOTHING;
    this.shown = 0;
  }
}
