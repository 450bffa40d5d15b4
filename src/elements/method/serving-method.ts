/** `<serving-method>`: a form for one method of a servable, and what it gives back. */

import { html, nothing, type PropertyValues } from "lit";
import type { InferResult, Instance, Instances } from "../../client/index.ts";
import { type Failure, failureOf, thrownFailure } from "../../failures/index.ts";
import type { ClientLibrary } from "../../library/index.ts";
import type { Signature } from "../../signature/index.ts";
import { shortDoc, stateIcons, TAGS } from "../../ui/index.ts";
import { ServingElement } from "../base/serving-element.ts";
import { failureBanner } from "../look/failure-view.ts";
import { type FieldFault, fieldValue } from "./field-value.ts";
import { type Field, fieldOf, type InputSpec, readSpecs } from "./input-spec.ts";
import { learnFields } from "./learn-fields.ts";
import { methodForm } from "./method-form.ts";
import type { ServingMethod as Face, MethodEvents } from "./method-type.ts";
import { outcomesView, print, type Shown } from "./outcomes-view.ts";
import { methodStyles } from "./serving-method.css.ts";

export class ServingMethod extends ServingElement implements Face {
  static override properties = {
    inputs: {},
    signature: {},
    instances: { attribute: false },
    fields: { state: true },
    faults: { state: true },
    failure: { state: true },
    doc: { state: true },
    shown: { state: true },
  };
  static override styles = [ServingElement.styles, methodStyles];

  declare inputs: readonly InputSpec[] | string | undefined;
  declare signature: Signature | readonly Signature[] | string | undefined;
  declare instances: Instance | readonly Instance[] | undefined;
  /** `undefined` while they are not known. */
  declare protected fields: readonly Field[] | undefined;
  declare protected faults: ReadonlyMap<string, FieldFault>;
  /** What the method does, where that is known. */
  declare protected doc: string | undefined;
  /** Why there are no fields, or no answer. */
  declare protected failure: { failure: Failure; retry: (() => void) | undefined } | undefined;
  declare protected shown: Shown;

  #result: InferResult | undefined;
  #call: AbortController | undefined;
  /** Whom the last call went to. */
  #called: string | undefined;
  /** Counts what the fields were set up for. */
  #asked = 0;
  #learning: Promise<void> | undefined;

  constructor() {
    super();
    this.faults = new Map();
    this.shown = { name: "idle" };
  }

  get result(): InferResult | undefined {
    return this.#result;
  }

  async run(given: Instances | undefined = this.instances): Promise<InferResult | undefined> {
    if (given === undefined) {
      await this.updateComplete;
      await this.#learning;
      if (!this.fields) return undefined;
    }
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    this.#called = this.#target;
    this.failure = undefined;
    this.faults = new Map();
    this.shown = { name: "running" };
    try {
      return await this.#send(call.signal, given);
    } catch (error) {
      return call.signal.aborted ? undefined : this.#fail(thrownFailure(error));
    }
  }

  async #send(signal: AbortSignal, given: Instances | undefined): Promise<InferResult | undefined> {
    const connected = await this.connect();
    if (signal.aborted) return undefined;
    if ("failure" in connected) return this.#fail(connected.failure);
    const { client, library } = connected;
    const instances = given === undefined ? this.#read(library) : given;
    if (!instances) {
      this.shown = { name: "idle" };
      return undefined;
    }
    const list =
      Symbol.iterator in instances ? [...(instances as Iterable<Instance>)] : [instances as Instance];
    const result = await client.infer(list, {
      signal,
      onProgress: (progress) => this.emit<MethodEvents["serving-progress"]>("serving-progress", progress),
    });
    if (signal.aborted) return undefined;
    this.#settle(list, result, library);
    return result;
  }

  protected override stop(): void {
    this.#call?.abort();
    if (this.shown.name === "running") this.shown = { name: "idle" };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A call that was made in the same breath as the change is the new target's.
    if (this.#called !== undefined && this.#called !== this.#target) this.#forget();
    const place = ["address", "servable", "method", "version", "inputs", "signature"];
    const without = changed.has("instances") && !this.fields;
    // With other headers the server may tell the names that it did not tell; fields stay with what is written there.
    const unlearned = changed.has("metadata") && !this.fields && this.instances === undefined;
    if (without || unlearned || place.some((name) => changed.has(name))) this.#setUp();
  }

  get #target(): string {
    return JSON.stringify([this.address, this.servable, this.method, String(this.version)]);
  }

  /** The last call, under way or answered, was another target's. */
  #forget(): void {
    this.#call?.abort();
    this.#called = undefined;
    this.shown = { name: "idle" };
  }

  /** Fields as the page tells them, or as the server does. */
  #setUp(): void {
    this.faults = new Map();
    this.failure = undefined;
    this.fields = undefined;
    this.doc = undefined;
    this.#asked++;
    this.#learning = undefined;
    if (!this.inputs) {
      if (this.servable && this.method && this.instances === undefined) this.#learning = this.#learn();
      return;
    }
    try {
      this.fields = readSpecs(this.inputs).map(fieldOf);
    } catch (error) {
      this.failure = { failure: thrownFailure(error), retry: undefined };
    }
  }

  async #learn(): Promise<void> {
    const asked = this.#asked;
    const learned = await learnFields(this, () => this.connect());
    // Another method was named meanwhile, or the page gave the inputs.
    if (this.#asked !== asked) return;
    this.#learning = undefined;
    if ("fields" in learned) ({ fields: this.fields, doc: this.doc } = learned);
    else this.failure = { failure: learned.failure, retry: () => this.#setUp() };
  }

  /** The form's instance; `undefined` when a field has a fault. */
  #read(library: ClientLibrary): Instance | undefined {
    const values: Record<string, Instance[string]> = {};
    const faults = new Map<string, FieldFault>();
    for (const field of this.fields ?? []) {
      const read = fieldValue(field, library);
      if ("value" in read) values[field.spec.name] = read.value;
      else faults.set(field.spec.name, read);
    }
    this.faults = faults;
    if (faults.size === 0) return values;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
    return undefined;
  }

  #settle(instances: Instance[], result: InferResult, library: ClientLibrary): void {
    this.#result = result;
    if (library.isError(result)) {
      this.#fail(failureOf(result, library));
      return;
    }
    const outcomes = result.map((outcome) => print(outcome, library));
    this.shown = { name: outcomes.some((one) => "failure" in one) ? "failed" : "done", outcomes };
    this.emit<MethodEvents["serving-result"]>("serving-result", { instances, result });
  }

  #fail(failure: Failure): undefined {
    this.failure = { failure, retry: () => void this.run() };
    this.shown = { name: "failed", outcomes: [] };
    this.emit<MethodEvents["serving-error"]>("serving-error", { error: failure });
    return undefined;
  }

  protected override render() {
    const { words, language, shown, failure } = this;
    return html`<div class="sheet" part="base" lang=${TAGS[language]}>
      <slot name="title"><code class="call" part="call">${[this.servable, this.method].filter(Boolean).join(".")}</code></slot>
      ${this.doc ? html`<p class="doc" part="doc">${shortDoc(this.doc)}</p>` : nothing}
      <form part="form" novalidate @submit=${this.#submitted}>
        ${this.#form()}
        ${
          this.fields || this.instances !== undefined
            ? html`<div class="actions">
                <button class="primary" part="button" aria-disabled=${shown.name === "running"}>${words.run}</button>
                ${this.#state()}
              </div>`
            : nothing
        }
      </form>
      <div role="alert">${failure ? failureBanner(failure.failure, words, language, failure.retry) : nothing}</div>
      <div class="result" part="result" role="group" aria-label=${words.result} aria-live="polite" aria-busy=${shown.name === "running"}>
        <slot name="result">${"outcomes" in shown ? outcomesView(shown.outcomes, words, language) : nothing}</slot>
      </div>
      <slot name="footer"></slot>
    </div>`;
  }

  #form() {
    const { words, language, fields, faults, instances } = this;
    return methodForm({
      fields,
      faults,
      instances,
      isLearning: this.#learning !== undefined,
      words,
      language,
      changed: (fields) => {
        this.fields = fields;
      },
      refused: (input, fault) => {
        this.faults = new Map([...faults, [input, fault]]);
      },
    });
  }

  #state() {
    const { words, shown, faults } = this;
    if (faults.size > 0) return html`<span class="error">${words.fix([...faults.keys()].join(", "))}</span>`;
    if (shown.name === "idle") return html`<span class="state">${words.notRun}</span>`;
    return html`<span class="state ${shown.name}" part="state">${stateIcons[shown.name]}${words[shown.name]}</span>`;
  }

  #submitted(event: Event): void {
    event.preventDefault();
    if (this.shown.name !== "running") void this.run();
  }
}
