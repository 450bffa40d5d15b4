/** `<app-add-page>`: the tutorial's three instances, to be edited and run. */

import { html, nothing } from "lit";
import { thrownFailure } from "../../failures/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { addIcon, codeIcon } from "../look/icons.ts";
import type { Answer, InstanceAnswer } from "../serving/call.ts";
import { add, countFaults, instanceOf } from "./add-call.ts";
import { addPageStyles } from "./add-page.css.ts";
import type { InstanceRow, MatrixEdit } from "./instance-row.ts";
import { replyText, requestText } from "./python-text.ts";
import {
  type AddRequest,
  METHODS,
  type Method,
  MISSING_METHOD,
  TUTORIAL,
  withMatrix,
  withoutPair,
  withPair,
} from "./tutorial.ts";

/** An instance that was added or changed since the call has no answer. */
type Answers = readonly (InstanceAnswer | undefined)[];

export class AddPage extends AppElement {
  static override properties = {
    request: { state: true },
    answer: { state: true },
    running: { state: true },
    faults: { state: true },
    printing: { state: true },
  };
  static override styles = [AppElement.styles, addPageStyles];

  declare request: AddRequest;
  /** Of the last call, without what was edited since. */
  declare answer: Answer | { answers: Answers } | undefined;
  declare running: boolean;
  /** Faulty cells that kept the last run from being sent. */
  declare faults: number;
  /** Python's printout is open. */
  declare printing: boolean;

  #call: AbortController | undefined;

  constructor() {
    super();
    this.request = TUTORIAL;
    this.running = false;
    this.faults = 0;
    this.printing = false;
  }

  protected override render() {
    const { words, answer, request, running } = this;
    const answers = this.#answers;
    const failure = answer && "failure" in answer ? answer.failure : undefined;
    return html`
      <h1>${words.addTitle}</h1>
      <p class="quiet intro">${words.addIntro}</p>
      <form @submit=${this.#run} @keydown=${this.#runByKey} @run=${this.#run} novalidate>
        <div class="tools">
          <fieldset class="methods" role="radiogroup" aria-label=${words.method}>
            ${METHODS.map((method) => this.#method(method))}
          </fieldset>
          <button type="button" class="small missing" @click=${(event: Event) => this.#run(event, MISSING_METHOD)}>${words.callMissing(MISSING_METHOD)}</button>
          <div class="actions">
            <button class="primary run" aria-disabled=${running}>${running ? words.runningCall : words.run}</button>
            <button type="button" class="reset" @click=${() => this.#change(TUTORIAL)}>${words.reset}</button>
            <p class="small announcement" role="status">${this.#announcement()}</p>
          </div>
        </div>
        <app-failure-banner plain .failure=${failure}></app-failure-banner>
        <ol>
          ${request.pairs.map(
            (pair, i) => html`<li>
              <app-instance-row .number=${i + 1} .pair=${pair} .answer=${answers[i]} .running=${running}
                .wholeFailed=${failure !== undefined} .only=${request.pairs.length === 1} @remove=${() => this.#remove(i)}
                @edit=${({ value }: EditEvent<MatrixEdit>) =>
                  this.#change(
                    withMatrix(request, i, value.name, value.matrix),
                    answers.map((one, k) => (k === i ? undefined : one)),
                  )}></app-instance-row>
            </li>`,
          )}
        </ol>
        <div class="below">
          <button type="button" class="more" @click=${() => this.#change(withPair(request), answers)}>${addIcon}${words.addInstance}</button>
          <button type="button" class="bare" @click=${this.#showCode}>${codeIcon}${words.useInCode}</button>
        </div>
      </form>
      <details @toggle=${(event: Event) => {
        this.printing = (event.target as HTMLDetailsElement).open;
      }}>
        <summary>${words.asPython}</summary>
        ${this.printing ? this.#printouts() : nothing}
      </details>
    `;
  }

  #printouts() {
    const { words, request } = this;
    const faults = countFaults(request);
    const whole = this.#wholeAnswer;
    return html`<div class="printouts">
      <div>
        <h3 class="small">${words.request}</h3>
        <pre tabindex="0">${faults > 0 ? words.fixCells(faults) : requestText(request)}</pre>
      </div>
      <div>
        <h3 class="small">${words.reply}</h3>
        <pre tabindex="0" data-reply>${whole ? replyText(whole) : words.notRun}</pre>
      </div>
    </div>`;
  }

  get #answers(): Answers {
    return this.answer && "answers" in this.answer ? this.answer.answers : [];
  }

  /** The last call's, where it is that of all that is on the page. */
  get #wholeAnswer(): Answer | undefined {
    const { answer, request } = this;
    if (!answer || "failure" in answer) return answer;
    const answers = answer.answers.flatMap((one) => one ?? []);
    return answers.length === request.pairs.length ? { answers } : undefined;
  }

  #method(method: Method) {
    const { words } = this;
    const about = { add_common: words.methodCommon, add_cast: words.methodCast };
    return html`<label>
      <input type="radio" name="method" value=${method} .checked=${this.request.method === method}
        @change=${() => this.#change({ ...this.request, method })} />
      <span class="mono">${method}</span>
      <span class="small quiet">${about[method]}</span>
    </label>`;
  }

  #announcement() {
    const { faults, words } = this;
    if (faults > 0) return html`<span class="bad">${words.fixCells(faults)}</span>`;
    const answers = this.#answers.flatMap((one) => one ?? []);
    if (answers.length === 0) return nothing;
    const done = answers.filter((one) => "outputs" in one).length;
    return words.addDone(done, this.request.pairs.length);
  }

  async #remove(index: number) {
    this.#change(
      withoutPair(this.request, index),
      this.#answers.filter((_, i) => i !== index),
    );
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".more")!.focus();
  }

  #runByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#run(event);
  }

  /**
   * Takes an edit; a call under way answers a request that is no longer on the page, so it ends.
   * @param answers that are still those of their instances
   */
  #change(request: AddRequest, answers: Answers = []) {
    this.#call?.abort();
    this.request = request;
    this.answer = answers.some((one) => one) ? { answers } : undefined;
    this.running = false;
    this.faults = 0;
  }

  #showCode() {
    if (this.#hasFaults()) return;
    const { method, pairs } = this.request;
    this.dispatchEvent(new CodeEvent({ servable: "add", method, version: "0" }, pairs.map(instanceOf)));
  }

  /** Cells that hold no element are counted, and the first one has the focus. */
  #hasFaults(): boolean {
    this.faults = countFaults(this.request);
    if (this.faults === 0) return false;
    [...this.renderRoot.querySelectorAll<InstanceRow>("app-instance-row")].some((row) => row.focusFault());
    return true;
  }

  async #run(event: Event, method: string = this.request.method) {
    event.preventDefault();
    if (this.running) return;
    this.answer = undefined;
    if (this.#hasFaults()) return;
    this.running = true;
    const current = new AbortController();
    this.#call = current;
    let answer: Answer;
    try {
      answer = await add(method, this.request, current.signal);
    } catch (error) {
      answer = { failure: thrownFailure(error) };
    }
    if (current.signal.aborted) return;
    this.answer = answer;
    this.running = false;
    await this.updateComplete;
    if ("failure" in answer)
      this.renderRoot.querySelector("app-failure-banner")!.scrollIntoView({ block: "nearest" });
  }
}
