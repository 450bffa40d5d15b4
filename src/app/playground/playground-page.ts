/** `<app-playground-page>`: any servable's method, with instances written by hand. */

import { html, nothing } from "lit";
import { codeMissing, thrownFailure } from "../../failures/index.ts";
import { loadClient } from "../../library/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import { addIcon, codeIcon } from "../look/icons.ts";
import { type Answer, call } from "../serving/call.ts";
import { found } from "../serving/connection.ts";
import { queryOfTarget, targetOfQuery } from "../serving/target.ts";
import { probe } from "../serving/watch.ts";
import { page, playgroundQuery, setPlaygroundQuery } from "../state/route.ts";
import { type DraftInstance, replaceAt, withoutAt } from "./draft.ts";
import { missing, remember, startHistory } from "./history.ts";
import type { ReplayEvent } from "./history-list.ts";
import type { InstanceEditor } from "./instance-editor.ts";
import { jsonEditor, modes } from "./json-editor.ts";
import { playgroundStyles } from "./playground-page.css.ts";
import { countFaults, withFilesToChoose } from "./read-request.ts";
import type { TargetFields } from "./target-fields.ts";
import { type ReadRequest, WrittenRequest } from "./written-request.ts";

export class PlaygroundPage extends AppElement {
  static override properties = {
    answer: { state: true },
    ms: { state: true },
    running: { state: true },
    note: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, playgroundStyles];

  declare answer: Answer | undefined;
  /** How long the answer took. */
  declare ms: number;
  declare running: boolean;
  declare note: string;

  readonly #request = new WrittenRequest(() => this.requestUpdate());
  #call: AbortController | undefined;

  constructor() {
    super();
    this.ms = 0;
    this.running = false;
    this.note = "";
    startHistory();
    if (page.value === "playground") setPlaygroundQuery(queryOfTarget(this.#target));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(playgroundQuery);
    this.follow({ subscribe: () => found.subscribe(() => this.#suggestInputs()) });
    this.follow({
      subscribe: () =>
        page.subscribe(() => page.value === "playground" && setPlaygroundQuery(queryOfTarget(this.#target))),
    });
    this.#suggestInputs();
  }

  get #target() {
    return targetOfQuery(playgroundQuery.value);
  }

  protected override render() {
    const { words, answer, running } = this;
    const { json } = this.#request;
    const failure = answer && "failure" in answer ? answer.failure : undefined;
    return html`
      <h1>${words.playgroundTitle}</h1>
      <p class="quiet">${words.playgroundIntro}</p>
      <div class="columns">
        <form @submit=${this.#run} @keydown=${this.#runByKey} novalidate>
          <app-target-fields></app-target-fields>
          <div class="line">
            <h2>${words.request}</h2>
            <button type="button" class="bare" @click=${this.#askInputs}>${words.askInputs}</button>
            ${modes(json !== undefined, words, (toJson) => this.#setMode(toJson))}
          </div>
          ${json === undefined ? this.#form() : jsonEditor(this.#request, words, this.language)}
          <div class="actions">
            <p class="small announcement" role="status">${this.#announcement()}</p>
            <button class="primary run" aria-disabled=${running}>${running ? words.runningCall : words.run}</button>
            ${running ? html`<button type="button" @click=${this.#stop}>${words.stop}</button>` : nothing}
            <button type="button" class="bare" @click=${this.#showCode}>${codeIcon}<span>${words.useInCode}</span></button>
            <app-copy-line bare .text=${() => location.href} .label=${words.copyLink}></app-copy-line>
          </div>
        </form>
        <app-reply-view .answer=${answer} .ms=${this.ms} .running=${running}></app-reply-view>
      </div>
      <app-history-list @replay=${this.#replay}></app-history-list>
      <app-failure-banner .failure=${failure} @retry=${this.#run}></app-failure-banner>
    `;
  }

  #form() {
    const { words } = this;
    const { instances, faults } = this.#request;
    return html`
      ${instances.map(
        (
          instance,
          i,
        ) => html`<app-instance-editor .number=${i + 1} .instance=${instance} .faults=${faults[i]} ?only=${instances.length === 1}
          @edit=${({ value }: EditEvent<DraftInstance>) => this.#edit(replaceAt(instances, i, value))}
          @remove=${() => this.#edit(withoutAt(instances, i))}></app-instance-editor>`,
      )}
      <div><button type="button" @click=${() => this.#edit([...instances, instances.at(-1)!])}>${addIcon}${words.addInstance}</button></div>
    `;
  }

  #announcement() {
    const count = countFaults(this.#request.faults);
    return count > 0 ? html`<span class="bad">${this.words.fixInputs(count)}</span>` : this.note;
  }

  #edit(instances: readonly DraftInstance[]) {
    this.#request.edit(instances);
    this.note = "";
  }

  /** The request goes along; what would not, fields or JSON with a fault, stays to be fixed, and the choice with it. */
  async #setMode(json: boolean): Promise<void> {
    const request = this.#request;
    const { instances } = request;
    const library = json ? await this.#library() : undefined;
    const went = json ? library && (await request.toJson(library)) : request.toForm();
    if (!json && request.instances !== instances) this.note = "";
    if (!went) await this.#focusFault();
    this.requestUpdate();
  }

  async #askInputs() {
    await probe();
    const inputs = found.value?.inputs;
    if (!inputs) {
      this.note = this.words.inputsUnknown;
      return;
    }
    const library = await this.#library();
    if (!library) return;
    if (await this.#request.fillIn(inputs, library)) this.note = this.words.inputsLearned(inputs.length);
    else await this.#focusFault();
  }

  #suggestInputs() {
    const inputs = found.value?.inputs;
    if (inputs && page.value === "playground") this.#request.suggestInputs(inputs);
  }

  #runByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#run(event);
  }

  async #run(event: Event) {
    event.preventDefault();
    if (this.running || this.renderRoot.querySelector<TargetFields>("app-target-fields")!.focusFault())
      return;
    this.answer = undefined;
    this.running = true;
    const current = new AbortController();
    const { signal } = current;
    this.#call = current;
    try {
      await this.#send(signal);
    } catch (error) {
      if (!signal.aborted) this.answer = { failure: thrownFailure(error) };
    } finally {
      // After Stop the page may have gone on to another call.
      if (this.#call === current) this.running = false;
    }
  }

  async #send(signal: AbortSignal) {
    const target = this.#target;
    const read = await this.#read(signal);
    if (!read || signal.aborted) return;
    const start = performance.now();
    const answer = await call({ ...target, instances: read.instances, signal });
    if (signal.aborted) return;
    this.answer = answer;
    this.ms = Math.round(performance.now() - start);
    const failed = "failure" in answer || answer.answers.some((one) => "failure" in one);
    remember({ ...target, at: Date.now(), instances: read.drafts, failed, ms: this.ms });
  }

  /** At once, whatever is still being read. */
  #stop() {
    this.#call?.abort();
    this.running = false;
  }

  async #showCode() {
    const read = await this.#read();
    if (read) this.dispatchEvent(new CodeEvent(this.#target, withFilesToChoose(read)));
  }

  /** What is written; `undefined` when something is to be fixed, which then has the focus. */
  async #read(signal?: AbortSignal): Promise<ReadRequest | undefined> {
    this.note = "";
    const library = await this.#library();
    const read = library && (await this.#request.read(library, signal));
    if (library && !read && !signal?.aborted) await this.#focusFault();
    return read;
  }

  async #library() {
    const library = await loadClient().catch(() => undefined);
    if (!library) this.answer = { failure: codeMissing() };
    return library;
  }

  async #focusFault() {
    await this.updateComplete;
    const { json, jsonFault } = this.#request;
    if (json !== undefined) {
      // What is wrong with an input is shown below; where JSON itself is broken, somebody has to go on writing.
      if (jsonFault && jsonFault.fault !== "inputs") this.renderRoot.querySelector("textarea")!.focus();
      return;
    }
    const editors = [...this.renderRoot.querySelectorAll<InstanceEditor>("app-instance-editor")];
    await Promise.all(editors.map((editor) => editor.updateComplete));
    editors.some((editor) => editor.focusFault());
  }

  #replay({ call: { servable, method, version, instances } }: ReplayEvent) {
    this.#stop();
    this.#request.replace(instances);
    this.answer = undefined;
    setPlaygroundQuery(queryOfTarget({ servable, method, version }));
    const names = missing(instances);
    this.note = names.length > 0 ? this.words.missingAgain(names.join(", ")) : "";
    window.scrollTo({ top: 0 });
  }
}
