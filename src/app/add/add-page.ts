/** `<app-add-page>`: the tutorial's three instances, to be edited and run. */

import { html, nothing } from "lit";
import { thrownFailure } from "../../failures/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { addIcon, codeIcon } from "../look/icons.ts";
import type { Answer } from "../serving/call.ts";
import { add, countFaults, instanceOf } from "./add-call.ts";
import { addPageStyles } from "./add-page.css.ts";
import type { InstanceRow, MatrixEdit } from "./instance-row.ts";
import { replyText, requestText } from "./python-text.ts";
import {
  type AddRequest,
  METHODS,
  type Method,
  TUTORIAL,
  withMatrix,
  withoutPair,
  withPair,
} from "./tutorial.ts";

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
  /** Of the request as it stands: an edit takes it away. */
  declare answer: Answer | undefined;
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
    const answers = answer && "answers" in answer ? answer.answers : [];
    const failure = answer && "failure" in answer ? answer.failure : undefined;
    return html`
      <h1>${words.addTitle}</h1>
      <p class="quiet intro">${words.addIntro}</p>
      <form @submit=${this.#run} @keydown=${this.#runByKey} @run=${this.#run} novalidate>
        <div class="tools">
          <fieldset class="methods" role="radiogroup" aria-label=${words.method}>
            ${METHODS.map((method) => this.#method(method))}
          </fieldset>
          <div class="actions">
            <button class="primary run" aria-disabled=${running}>${running ? words.runningCall : words.run}</button>
            <button type="button" class="reset" @click=${() => this.#change(TUTORIAL)}>${words.reset}</button>
            <p class="small announcement" role="status">${this.#announcement()}</p>
          </div>
        </div>
        <ol>
          ${request.pairs.map(
            (pair, i) => html`<li>
              <app-instance-row .number=${i + 1} .pair=${pair} .answer=${answers[i]} .running=${running}
                .wholeFailed=${failure !== undefined} .only=${request.pairs.length === 1} @remove=${() => this.#remove(i)}
                @edit=${({ value }: EditEvent<MatrixEdit>) =>
                  this.#change(withMatrix(request, i, value.name, value.matrix))}></app-instance-row>
            </li>`,
          )}
        </ol>
        <div class="below">
          <button type="button" class="more" @click=${() => this.#change(withPair(request))}>${addIcon}${words.addInstance}</button>
          <button type="button" class="bare" @click=${this.#showCode}>${codeIcon}${words.useInCode}</button>
        </div>
      </form>
      <details @toggle=${(event: Event) => {
        this.printing = (event.target as HTMLDetailsElement).open;
      }}>
        <summary>${words.asPython}</summary>
        ${this.printing ? this.#printouts() : nothing}
      </details>
      <app-failure-banner .failure=${failure} @retry=${this.#run}></app-failure-banner>
    `;
  }

  #printouts() {
    const { words, request, answer } = this;
    const faults = countFaults(request);
    return html`<div class="printouts">
      <div>
        <h3 class="small">${words.request}</h3>
        <pre tabindex="0">${faults > 0 ? words.fixCells(faults) : requestText(request)}</pre>
      </div>
      <div>
        <h3 class="small">${words.reply}</h3>
        <pre tabindex="0" data-reply>${answer ? replyText(answer) : words.notRun}</pre>
      </div>
    </div>`;
  }

  #method(method: Method) {
    const { words } = this;
    const about = {
      add_common: words.methodCommon,
      add_cast: words.methodCast,
      add_common2: words.methodMissing,
    };
    return html`<label>
      <input type="radio" name="method" value=${method} .checked=${this.request.method === method}
        @change=${() => this.#change({ ...this.request, method })} />
      <span class="mono">${method}</span>
      <span class="small quiet">${about[method]}</span>
    </label>`;
  }

  #announcement() {
    const { answer, faults, words } = this;
    if (faults > 0) return html`<span class="bad">${words.fixCells(faults)}</span>`;
    if (!answer || !("answers" in answer)) return nothing;
    const done = answer.answers.filter((one) => "outputs" in one).length;
    return words.addDone(done, answer.answers.length);
  }

  async #remove(index: number) {
    this.#change(withoutPair(this.request, index));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".more")!.focus();
  }

  #runByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#run(event);
  }

  /** Takes an edit; a call under way answers a request that is no longer on the page, so it ends. */
  #change(request: AddRequest) {
    this.#call?.abort();
    this.request = request;
    this.answer = undefined;
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

  async #run(event: Event) {
    event.preventDefault();
    if (this.running) return;
    this.answer = undefined;
    if (this.#hasFaults()) return;
    this.running = true;
    const current = new AbortController();
    this.#call = current;
    let answer: Answer;
    try {
      answer = await add(this.request, current.signal);
    } catch (error) {
      answer = { failure: thrownFailure(error) };
    }
    if (current.signal.aborted) return;
    this.answer = answer;
    this.running = false;
  }
}
