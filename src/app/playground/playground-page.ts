/** `<app-playground-page>`: any servable's method, with instances written by hand. */

import { html, nothing } from "lit";
import { codeMissing, thrownFailure } from "../../failures/index.ts";
import { loadClient } from "../../library/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { codeIcon } from "../look/icons.ts";
import { type Answer, call } from "../serving/call.ts";
import { found } from "../serving/connection.ts";
import { bringSignatures, signatureOf, signatures } from "../serving/signatures.ts";
import { methodName, queryOfTarget, targetOfQuery } from "../serving/target.ts";
import { probe } from "../serving/watch.ts";
import { page, playgroundQuery, setPlaygroundQuery } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { announcement } from "./announcement.ts";
import { bringInSight } from "./bring-in-sight.ts";
import { focusFormFault, formEditor } from "./form-editor.ts";
import { jsonEditor, modes } from "./json-editor.ts";
import { missing, remember, startHistory } from "./kept/history.ts";
import type { ReplayEvent } from "./kept/history-list.ts";
import { methodAbout, methodAboutStyles } from "./method-about.ts";
import { playgroundStyles } from "./playground-page.css.ts";
import type { DraftInstance } from "./request/draft.ts";
import { withFilesToChoose } from "./request/read-request.ts";
import { type ReadRequest, WrittenRequest } from "./request/written-request.ts";
import type { TargetFields } from "./target-fields.ts";

export class PlaygroundPage extends AppElement {
  static override properties = {
    answer: { state: true },
    ms: { state: true },
    running: { state: true },
    note: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, playgroundStyles, methodAboutStyles];

  declare answer: Answer | undefined;
  /** How long the answer took. */
  declare ms: number;
  declare running: boolean;
  declare note: string;

  readonly #request = new WrittenRequest(() => this.requestUpdate());
  #call: AbortController | undefined;
  /** Whose answer is shown. */
  #answered: string | undefined;

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
    const hear = (heard: Pick<typeof page, "subscribe">, act: () => void) =>
      this.follow({ subscribe: () => heard.subscribe(act) });
    for (const changing of [playgroundQuery, signatures, settings]) hear(changing, () => this.#aim());
    hear(found, () => this.#suggestInputs());
    hear(page, () => {
      if (page.value !== "playground") return;
      setPlaygroundQuery(queryOfTarget(this.#target));
      void bringSignatures();
    });
    if (page.value === "playground") void bringSignatures();
    this.#aim();
    this.#suggestInputs();
  }

  get #target() {
    return targetOfQuery(playgroundQuery.value);
  }

  get #signature() {
    const { servable, method } = this.#target;
    return signatureOf(servable, method);
  }

  protected override render() {
    const { words, answer, running } = this;
    const [{ json }, known] = [this.#request, this.#signature];
    const isOld = answer !== undefined && this.#answered !== methodName(this.#target);
    return html`
      <h1>${words.playgroundTitle}</h1>
      <p class="quiet">${words.playgroundIntro}</p>
      <div class="columns">
        <form @submit=${this.#run} @keydown=${this.#runByKey} novalidate>
          <app-target-fields></app-target-fields>
          ${methodAbout(this.#target, words, (example) => {
            this.#request.takeExample(example);
            this.note = words.exampleTaken;
          })}
          <div class="line">
            <h2>${words.request}</h2>
            <button type="button" class="bare" @click=${this.#askInputs}>${words.askInputs}</button>
            ${modes(json !== undefined, words, (toJson) => this.#setMode(toJson))}
          </div>
          ${json === undefined ? formEditor(this.#request, known?.inputs, words, (to) => this.#edit(to)) : jsonEditor(this.#request, words, this.language)}
          <div class="actions">
            <p class="small announcement" role="status">${announcement(this.#request, this.note, words, (event) => this.#run(event, true))}</p>
            <button class="primary run" aria-disabled=${running}>${running ? words.runningCall : words.run}</button>
            ${running ? html`<button type="button" @click=${this.#stop}>${words.stop}</button>` : nothing}
            <button type="button" class="bare" @click=${this.#showCode}>${codeIcon}<span>${words.useInCode}</span></button>
            <app-copy-line bare .text=${() => location.href} .label=${words.copyLink}></app-copy-line>
          </div>
        </form>
        <app-reply-view .answer=${answer} .ms=${this.ms} .running=${running}
          .of=${isOld ? this.#answered : undefined} .signed=${isOld ? undefined : known?.outputs}></app-reply-view>
      </div>
      <app-history-list @replay=${this.#replay}></app-history-list>
    `;
  }

  /** Whom it calls, or what is known of it, has changed: an old reply is not the new method's. */
  #aim() {
    this.#request.aim(methodName(this.#target), this.#signature?.inputs);
    if (this.running || this.#answered === methodName(this.#target)) return;
    this.answer = undefined;
    this.note = "";
    this.#answered = methodName(this.#target);
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
    await bringSignatures();
    const signed = this.#signature?.inputs;
    if (!signed) await probe();
    const inputs = signed ? Object.keys(signed) : found.value?.inputs;
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

  /** @param anyway whatever the signature says */
  async #run(event: Event, anyway = false) {
    event.preventDefault();
    if (this.running || this.renderRoot.querySelector<TargetFields>("app-target-fields")!.focusFault())
      return;
    this.answer = undefined;
    this.running = true;
    const current = new AbortController();
    const { signal } = current;
    this.#call = current;
    this.#answered = methodName(this.#target);
    try {
      await this.#send(signal, anyway);
    } catch (error) {
      if (!signal.aborted) this.answer = { failure: thrownFailure(error) };
    } finally {
      // After Stop the page may have gone on to another call.
      if (this.#call === current) this.running = false;
    }
    await this.updateComplete;
    if (this.answer && !signal.aborted) bringInSight(this.renderRoot.querySelector("app-reply-view")!);
  }

  async #send(signal: AbortSignal, anyway: boolean) {
    const target = this.#target;
    const read = await this.#read(signal, anyway);
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
    const read = await this.#read(undefined, true);
    if (read) this.dispatchEvent(new CodeEvent(this.#target, withFilesToChoose(read)));
  }

  /** What is written; `undefined` when something is to be fixed, which then has the focus. */
  async #read(signal: AbortSignal | undefined, anyway: boolean): Promise<ReadRequest | undefined> {
    this.note = "";
    const library = await this.#library();
    const read = library && (await this.#request.read(library, signal, anyway));
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
    await focusFormFault(this.renderRoot);
  }

  #replay({ call: { servable, method, version, instances } }: ReplayEvent) {
    this.#stop();
    setPlaygroundQuery(queryOfTarget({ servable, method, version }));
    this.#request.replace(instances);
    this.answer = undefined;
    const names = missing(instances);
    this.note = names.length > 0 ? this.words.missingAgain(names.join(", ")) : "";
    window.scrollTo({ top: 0 });
  }
}
