/** `<app-playground-page>`: any servable's method, with instances written by hand. */

import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Instance } from "../../client/index.ts";
import { codeMissing, loadClient } from "../../ui/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { addIcon, codeIcon } from "../look/icons.ts";
import { type Answer, call } from "../serving/call.ts";
import { found } from "../serving/connection.ts";
import { queryOfTarget, targetOfQuery } from "../serving/target.ts";
import { probe } from "../serving/watch.ts";
import { page, playgroundQuery, setPlaygroundQuery } from "../state/route.ts";
import { type DraftInstance, FIRST, replaceAt, withInputs, withoutAt } from "./draft.ts";
import { firstFaultText, jsonFaultText } from "./fault-text.ts";
import { missing, type PastCall, remember, startHistory } from "./history.ts";
import type { InstanceEditor } from "./instance-editor.ts";
import { draftsOfJson, jsonOfDrafts } from "./json-request.ts";
import { playgroundStyles } from "./playground-page.css.ts";
import { countFaults, type Faults, readRequest, withoutOpen } from "./read-request.ts";
import type { TargetFields } from "./target-fields.ts";

export class PlaygroundPage extends AppElement {
  static override properties = {
    instances: { state: true },
    json: { state: true },
    faults: { state: true },
    jsonFault: { state: true },
    answer: { state: true },
    ms: { state: true },
    running: { state: true },
    note: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, playgroundStyles];

  declare instances: readonly DraftInstance[];
  /** The request as JSON, while it is written that way. */
  declare json: string | undefined;
  declare faults: Faults;
  declare jsonFault: string | undefined;
  declare answer: Answer | undefined;
  /** How long the answer took. */
  declare ms: number;
  declare running: boolean;
  declare note: string;

  /** Nothing was written yet: input names that are learned may replace the instance. */
  #untouched = true;
  /** The JSON as it was made of {@link instances}: as long as it is this one, they say the same and more. */
  #madeJson: string | undefined;
  #call: AbortController | undefined;

  constructor() {
    super();
    this.instances = [FIRST];
    this.faults = [];
    this.ms = 0;
    this.running = false;
    this.note = "";
    startHistory();
    if (page.value === "playground") setPlaygroundQuery(queryOfTarget(this.#target));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(playgroundQuery);
    this.follow({ subscribe: () => found.subscribe(() => this.#takeInputs()) });
    this.follow({
      subscribe: () =>
        page.subscribe(() => page.value === "playground" && setPlaygroundQuery(queryOfTarget(this.#target))),
    });
    this.#takeInputs();
  }

  get #target() {
    return targetOfQuery(playgroundQuery.value);
  }

  protected override render() {
    const { words, answer, running } = this;
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
            ${this.#modes()}
          </div>
          ${this.json === undefined ? this.#form() : this.#jsonEditor(this.json)}
          <div class="actions">
            <p class="small news" role="status">${this.#news()}</p>
            <button class="primary run" aria-disabled=${running}>${running ? words.runningCall : words.run}</button>
            ${running ? html`<button type="button" @click=${() => this.#call?.abort()}>${words.stop}</button>` : nothing}
            <button type="button" class="bare" @click=${this.#showCode}>${codeIcon}<span>${words.useInCode}</span></button>
            <app-copy-line bare .text=${() => location.href} .label=${words.copyLink}></app-copy-line>
          </div>
        </form>
        <app-reply-view .answer=${answer} .ms=${this.ms} .running=${running}></app-reply-view>
      </div>
      <app-history-list @replay=${({ detail }: CustomEvent<PastCall>) => this.#replay(detail)}></app-history-list>
      <app-failure-banner .failure=${failure} @retry=${this.#run}></app-failure-banner>
    `;
  }

  #modes() {
    const { words } = this;
    const mode = (json: boolean, label: string) => html`<label class="small">
      <input type="radio" name="mode" .checked=${live((this.json !== undefined) === json)} @change=${() => this.#setMode(json)} />${label}
    </label>`;
    return html`<div class="choice" role="radiogroup" aria-label=${words.request}>
      ${mode(false, words.asForm)} ${mode(true, words.asJson)}
    </div>`;
  }

  #form() {
    const { words, instances } = this;
    return html`
      ${instances.map(
        (
          instance,
          i,
        ) => html`<app-instance-editor .number=${i + 1} .instance=${instance} .faults=${this.faults[i]} ?only=${instances.length === 1}
          @edit=${({ detail }: CustomEvent<DraftInstance>) => this.#edit(replaceAt(instances, i, detail))}
          @remove=${() => this.#edit(withoutAt(instances, i))}></app-instance-editor>`,
      )}
      <div><button type="button" @click=${() => this.#edit([...instances, instances.at(-1)!])}>${addIcon}${words.addInstance}</button></div>
    `;
  }

  #jsonEditor(json: string) {
    const { words, jsonFault } = this;
    return html`<div class="json">
      <textarea class="mono" spellcheck="false" aria-label=${words.jsonLabel} .value=${json}
        aria-invalid=${String(jsonFault !== undefined)} aria-describedby="about-json"
        @input=${(event: Event) => {
          this.#untouched = false;
          this.json = (event.target as HTMLTextAreaElement).value;
          this.jsonFault = undefined;
        }}></textarea>
      ${jsonFault ? html`<p class="fault" role="alert">${jsonFault}</p>` : nothing}
      <p class="quiet small" id="about-json">${words.jsonNote}</p>
    </div>`;
  }

  #news() {
    const { words, faults } = this;
    const count = countFaults(faults);
    return count > 0 ? html`<span class="bad">${words.fixInputs(count)}</span>` : this.note;
  }

  #edit(instances: readonly DraftInstance[]) {
    this.#untouched = false;
    this.instances = instances;
    this.faults = [];
    this.note = "";
  }

  /** The request goes along; what would not, fields or JSON with a fault, stays to be mended, and the choice with it. */
  async #setMode(json: boolean): Promise<void> {
    const drafts = this.instances;
    if (!json) this.#toForm();
    else if (await this.#isSound(drafts)) {
      // Meanwhile somebody may have gone on writing, or the inputs' names have come.
      if (this.instances !== drafts) return this.#setMode(json);
      this.#makeJson();
    }
    this.requestUpdate();
  }

  #toForm() {
    const drafts = this.#drafts();
    if (!drafts) return;
    if (drafts !== this.instances) this.#edit(drafts);
    this.json = undefined;
  }

  #makeJson() {
    this.#madeJson = jsonOfDrafts(this.instances);
    this.json = this.#madeJson;
    this.jsonFault = undefined;
  }

  async #askInputs() {
    await probe();
    const inputs = found.value?.inputs;
    if (!inputs) {
      this.note = this.words.inputsUnknown;
      return;
    }
    const { json } = this;
    const drafts = this.#drafts();
    if (!drafts || (json !== undefined && !(await this.#isSound(drafts))) || this.json !== json) return;
    this.#fillIn(drafts, inputs);
    this.note = this.words.inputsLearned(inputs.length);
  }

  /** Only where nothing was written yet. */
  #takeInputs() {
    const inputs = found.value?.inputs;
    if (inputs && this.#untouched && page.value === "playground") this.#fillIn(this.instances, inputs);
  }

  #fillIn(drafts: readonly DraftInstance[], inputs: readonly string[]) {
    this.instances = drafts.map((instance) => withInputs(instance, inputs));
    this.faults = [];
    if (this.json !== undefined) this.#makeJson();
  }

  /** Whether JSON can say all that is written; what is to be mended first is shown. */
  async #isSound(drafts: readonly DraftInstance[]): Promise<boolean> {
    return (await this.#values(withoutOpen(drafts))) !== undefined;
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
    this.#call = new AbortController();
    const { signal } = this.#call;
    const target = this.#target;
    const read = await this.#read(signal);
    const start = performance.now();
    const answer =
      read && (await call({ ...target, instances: read.instances, signal }).catch(() => undefined));
    this.running = false;
    if (!answer || signal.aborted) return;
    this.answer = answer;
    this.ms = Math.round(performance.now() - start);
    const failed = "failure" in answer || answer.answers.some((one) => "failure" in one);
    remember({ ...target, at: Date.now(), instances: read.drafts, failed, ms: this.ms });
  }

  async #showCode() {
    const read = await this.#read();
    if (read) this.dispatchEvent(new CodeEvent(this.#target, read.instances));
  }

  /** What is written, and as values; `undefined` when something is to be mended, which is then shown. */
  async #read(signal?: AbortSignal) {
    this.note = "";
    const drafts = this.#drafts();
    const instances = drafts && (await this.#values(drafts, signal));
    return instances && { drafts, instances };
  }

  /** @param signal when nobody wants them any more */
  async #values(drafts: readonly DraftInstance[], signal?: AbortSignal): Promise<Instance[] | undefined> {
    const library = await loadClient().catch(() => undefined);
    if (!library) {
      this.answer = { failure: codeMissing() };
      return undefined;
    }
    const read = await readRequest(drafts, library);
    if (signal?.aborted) return undefined;
    if ("instances" in read) return read.instances;
    await this.#showFaults(drafts, read.faults);
    return undefined;
  }

  /** What is written; `undefined` for JSON that is none, which then says so. */
  #drafts(): readonly DraftInstance[] | undefined {
    if (this.json === undefined || this.json === this.#madeJson) return this.instances;
    const read = draftsOfJson(this.json);
    if (!("fault" in read)) return read.instances;
    this.jsonFault = jsonFaultText(read, this.words);
    this.renderRoot.querySelector("textarea")!.focus();
    return undefined;
  }

  async #showFaults(drafts: readonly DraftInstance[], faults: Faults) {
    if (this.json !== undefined) {
      this.jsonFault = firstFaultText(drafts, faults, this.words);
      return;
    }
    this.faults = faults;
    await this.updateComplete;
    const editors = [...this.renderRoot.querySelectorAll<InstanceEditor>("app-instance-editor")];
    await Promise.all(editors.map((editor) => editor.updateComplete));
    editors.some((editor) => editor.focusFault());
  }

  #replay({ servable, method, version, instances }: PastCall) {
    this.#call?.abort();
    this.#edit(instances);
    this.json = undefined;
    this.jsonFault = undefined;
    this.answer = undefined;
    setPlaygroundQuery(queryOfTarget({ servable, method, version }));
    const names = missing(instances);
    this.note = names.length > 0 ? this.words.missingAgain(names.join(", ")) : "";
    window.scrollTo({ top: 0 });
  }
}
