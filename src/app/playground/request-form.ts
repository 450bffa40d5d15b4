/** `<app-request-form>`: whom the playground calls, and the instances, as a form or as JSON. */

import { html } from "lit";
import { loadClient } from "../../library/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { found } from "../serving/connection.ts";
import { bringSignatures, signatureOf, signatures } from "../serving/signatures.ts";
import { methodName, targetOfQuery } from "../serving/target.ts";
import { probe } from "../serving/watch.ts";
import { forgetLinkedRequest, linkedRequest, page, playgroundQuery } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { announcement, type Note } from "./announcement.ts";
import { focusFormFault, formEditor } from "./form-editor.ts";
import { jsonEditor, modes } from "./json-editor.ts";
import { methodAbout, methodAboutStyles } from "./method-about.ts";
import { playgroundStyles } from "./playground-page.css.ts";
import type { DraftInstance } from "./request/draft.ts";
import { withFilesToChoose } from "./request/read-request.ts";
import { type ReadRequest, WrittenRequest } from "./request/written-request.ts";
import { requestActions } from "./request-actions.ts";
import { KeepEvent, RunEvent, StopEvent, UnloadedEvent } from "./request-events.ts";
import type { TargetFields } from "./target-fields.ts";

/** Says {@link RunEvent}, {@link StopEvent}, {@link KeepEvent}, {@link UnloadedEvent} and `CodeEvent`. */
export class RequestForm extends AppElement {
  static override properties = { running: { type: Boolean }, note: { state: true } };
  static override styles = [AppElement.styles, formStyles, playgroundStyles, methodAboutStyles];

  /** Whether a call is under way. */
  declare running: boolean;
  declare protected note: Note | undefined;

  readonly #request = new WrittenRequest(() => this.requestUpdate());
  /** Method that {@link note} is about. */
  #noted = "";
  /** What the address carries, and what was written when it came. */
  #linked: { request: string; written: unknown; query: string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const hear = (heard: Pick<typeof page, "subscribe">, act: () => void) =>
      this.follow({ subscribe: () => heard.subscribe(act) });
    for (const changing of [playgroundQuery, signatures, settings]) hear(changing, () => this.#aim());
    hear(found, () => this.#suggestInputs());
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

  protected override willUpdate(): void {
    const linked = this.#linked;
    if (!linked || (linked.written === this.#written && linked.query === playgroundQuery.value)) return;
    this.#linked = undefined;
    // Another link may have come meanwhile.
    if (linked.request === linkedRequest.value) forgetLinkedRequest();
  }

  /** Another one after each edit. */
  get #written(): unknown {
    return this.#request.json ?? this.#request.instances;
  }

  /** The address goes on to carry the link's request until something is edited. */
  holdLink(): void {
    this.#linked = {
      request: linkedRequest.value,
      written: this.#written,
      query: playgroundQuery.value,
    };
  }

  say(note: Note | undefined): void {
    this.note = note;
  }

  /** Another request takes the place of what is written. @returns puts that back; nothing where nothing was written */
  replace(instances: readonly DraftInstance[]): (() => void) | undefined {
    return this.#request.replace(instances);
  }

  protected override render() {
    const { words } = this;
    const [{ json }, known] = [this.#request, this.#signature];
    return html`<form @submit=${this.#run} @keydown=${this.#runByKey} novalidate>
      <app-target-fields></app-target-fields>
      ${methodAbout(this.#target, words, (example) => {
        this.#request.takeExample(example);
        this.note = { text: words.exampleTaken };
      })}
      <div class="line">
        <h2>${words.request}</h2>
        <button type="button" class="bare" @click=${this.#askInputs}>${words.askInputs}</button>
        ${modes(json !== undefined, words, (toJson) => this.#setMode(toJson))}
      </div>
      ${json === undefined ? formEditor(this.#request, known?.inputs, words, (to) => this.#edit(to)) : jsonEditor(this.#request, words, this.language)}
      <div class="actions">
        <p class="small announcement" role="status">${announcement(this.#request, this.note, words, (event) => this.#run(event, true))}</p>
        ${requestActions(this.running, words, {
          stop: () => this.dispatchEvent(new StopEvent()),
          code: () => this.#showCode(),
          save: () => this.#keep("save"),
          share: () => this.#keep("share"),
        })}
      </div>
    </form>`;
  }

  /** Whom it calls, or what is known of it, has changed. */
  #aim() {
    const method = methodName(this.#target);
    this.#request.aim(method, this.#signature?.inputs);
    if (this.#noted !== method) this.note = undefined;
    this.#noted = method;
  }

  #edit(instances: readonly DraftInstance[]) {
    this.#request.edit(instances);
    this.note = undefined;
  }

  /** The request goes along; what would not, fields or JSON with a fault, stays to be fixed, and the choice with it. */
  async #setMode(json: boolean): Promise<void> {
    const request = this.#request;
    const { instances } = request;
    const library = json ? await this.#library() : undefined;
    const went = json ? library && (await request.toJson(library)) : request.toForm();
    if (!json && request.instances !== instances) this.note = undefined;
    if (!went) await this.#focusFault();
    this.requestUpdate();
  }

  async #askInputs() {
    await bringSignatures();
    const signed = this.#signature?.inputs;
    if (!signed) await probe();
    const inputs = signed ? Object.keys(signed) : found.value?.inputs;
    if (!inputs) {
      this.note = { text: this.words.inputsUnknown };
      return;
    }
    const library = await this.#library();
    if (!library) return;
    if (await this.#request.fillIn(inputs, library)) {
      this.note = { text: this.words.inputsLearned(inputs.length) };
    } else await this.#focusFault();
  }

  #suggestInputs() {
    const inputs = found.value?.inputs;
    if (inputs && page.value === "playground") this.#request.suggestInputs(inputs);
  }

  #runByKey(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#run(event);
  }

  #run(event: Event, anyway = false) {
    event.preventDefault();
    const fields = this.renderRoot.querySelector<TargetFields>("app-target-fields")!;
    if (!fields.focusFault()) this.dispatchEvent(new RunEvent(anyway));
  }

  async #showCode() {
    const read = await this.read(undefined, true);
    if (read) this.dispatchEvent(new CodeEvent(this.#target, withFilesToChoose(read)));
  }

  /** Inputs with a fault may be kept too: nothing is sent. */
  async #keep(way: "save" | "share") {
    const instances = this.#request.drafts();
    if (instances) this.dispatchEvent(new KeepEvent({ ...this.#target, instances }, way));
    else await this.#focusFault();
  }

  /**
   * What is written; `undefined` when something is to be fixed, which then has the focus.
   * @param anyway whatever the signature says
   */
  async read(signal: AbortSignal | undefined, anyway: boolean): Promise<ReadRequest | undefined> {
    this.note = undefined;
    const library = await this.#library();
    const read = library && (await this.#request.read(library, signal, anyway));
    if (library && !read && !signal?.aborted) await this.#focusFault();
    return read;
  }

  async #library() {
    const library = await loadClient().catch(() => undefined);
    if (!library) this.dispatchEvent(new UnloadedEvent());
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
}
