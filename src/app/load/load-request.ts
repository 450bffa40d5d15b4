/** `<app-load-request>`: the one instance that all calls of a sweep are made of, in a form or as JSON. */

import { html, nothing, type PropertyValues } from "lit";
import type { Instance } from "../../client/index.ts";
import { loadClient } from "../../library/index.ts";
import { samples } from "../../samples/index.ts";
import { photoIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import { announcement } from "../playground/announcement.ts";
import { type Draft, type DraftInstance, emptyDraft, replaceAt, withoutAt } from "../playground/draft.ts";
import { focusFormFault } from "../playground/form-editor.ts";
import { jsonEditor, modes } from "../playground/json-editor.ts";
import { methodAbout, methodAboutStyles } from "../playground/method-about.ts";
import type { SignedInputs } from "../playground/signed-form.ts";
import { WrittenRequest } from "../playground/written-request.ts";
import { clientFor, type Target } from "../serving/client-for.ts";
import { bringSignatures, signatureOf, signatures } from "../serving/signatures.ts";
import { methodName } from "../serving/target.ts";
import { settings } from "../state/settings.ts";
import { loadRequestStyles } from "./load-request.css.ts";

/** What servables of photos call them. */
const PHOTO = "image";

/** Longer than this nobody waits for the names of inputs. */
const LEARN_MS = 5000;

/** What only the signature has something against is to be sent. */
class AnywayEvent extends Event {
  static readonly type = "anyway";

  constructor() {
    super(AnywayEvent.type);
  }
}

/** Says {@link AnywayEvent}. */
export class LoadRequest extends AppElement {
  static override properties = {
    target: { attribute: false },
    learned: { state: true },
    note: { state: true },
  };
  static override styles = [AppElement.styles, formStyles, methodAboutStyles, loadRequestStyles];

  declare target: Target;
  /** The names of the inputs as the server told them, where no signature does. */
  declare learned: SignedInputs | undefined;
  declare note: string;

  readonly #request = new WrittenRequest(() => this.requestUpdate());
  /** Counts the targets that were asked about: an answer about an older one is not wanted any more. */
  #asked = 0;
  #learning: Promise<void> | undefined;

  constructor() {
    super();
    this.note = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(signatures, settings);
  }

  get #inputs(): SignedInputs | undefined {
    return signatureOf(this.target.servable, this.target.method)?.inputs ?? this.learned;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { address } = settings.value;
    if (changed.has("target") || address !== this.#address) {
      this.#address = address;
      this.note = "";
      this.#learning = this.#learn();
    }
    this.#aim();
  }

  /** Who was asked, as the settings have it. */
  #address = "";
  #aimed = "";
  #aimedInputs: SignedInputs | undefined;

  #aim() {
    const [method, inputs] = [methodName(this.target), this.#inputs];
    if (method === this.#aimed && inputs === this.#aimedInputs) return;
    this.#aimed = method;
    this.#aimedInputs = inputs;
    this.#request.aim(method, inputs);
  }

  /** The names of the inputs, by a probe, which runs no model; without an answer they are written by hand. */
  async #learn() {
    const asked = ++this.#asked;
    this.learned = undefined;
    this.ariaBusy = "true";
    const inputs = await this.#ask().catch(() => undefined);
    if (asked !== this.#asked) return;
    if (inputs) this.learned = inputs;
    this.ariaBusy = "false";
  }

  async #ask(): Promise<SignedInputs | undefined> {
    const { target } = this;
    await bringSignatures();
    if (signatureOf(target.servable, target.method)?.inputs) return undefined;
    const { inputs } = await (await clientFor(target)).probe({ signal: AbortSignal.timeout(LEARN_MS) });
    const known = (name: string) => (name === PHOTO ? { kind: "image" as const } : {});
    return inputs && Object.fromEntries(inputs.map((name) => [name, known(name)]));
  }

  protected override render() {
    const { words } = this;
    const request = this.#request;
    const { instances } = request;
    return html`
      ${methodAbout(this.target, words, (example) => {
        request.takeExample(example);
        this.note = words.exampleTaken;
      })}
      <div class="line">
        <h2>${words.request}</h2>
        ${modes(request.json !== undefined, words, (toJson) => void this.#setMode(toJson))}
      </div>
      ${
        request.json === undefined
          ? instances.map(
              (
                instance,
                i,
              ) => html`<app-instance-editor .number=${i + 1} .instance=${instance} .faults=${request.faults[i]}
                .signed=${this.#inputs} ?only=${instances.length === 1} @remove=${() => this.#edit(withoutAt(instances, i))}
                @edit=${({ value }: EditEvent<DraftInstance>) => this.#edit(replaceAt(instances, i, value))}></app-instance-editor>`,
            )
          : jsonEditor(request, words, this.language)
      }
      ${this.#lacksPhoto === undefined ? nothing : html`<div><button type="button" class="sample" @click=${this.#takeSample}>${photoIcon}${words.loadSample}</button></div>`}
      <p class="small" role="status">${announcement(request, this.note, words, () => this.dispatchEvent(new AnywayEvent()))}</p>
    `;
  }

  /**
   * What is written, to send.
   * @param anyway whatever the signature says
   * @returns `undefined` when something is to be fixed, which then has the focus
   * @throws Error when the library can't be loaded
   */
  async read(anyway: boolean): Promise<Instance | undefined> {
    this.note = "";
    // Else what is sent is not what the form says a moment later.
    await this.#learning;
    await this.updateComplete;
    const read = await this.#request.read(await loadClient(), undefined, anyway);
    if (read?.instances.length === 1) return read.instances[0];
    if (read) this.note = this.words.loadOne(read.instances.length);
    else {
      await this.updateComplete;
      if (this.#request.json === undefined) await focusFormFault(this.renderRoot);
      else this.renderRoot.querySelector("textarea")!.focus();
    }
    return undefined;
  }

  #edit(instances: readonly DraftInstance[]) {
    this.note = "";
    this.#request.edit(instances);
  }

  async #setMode(json: boolean) {
    const library = await loadClient().catch(() => undefined);
    if (json) await (library && this.#request.toJson(library));
    else this.#request.toForm();
    this.requestUpdate();
  }

  /** The name of an input that still wants a picture. */
  get #lacksPhoto(): string | undefined {
    const inputs = this.#inputs ?? {};
    const [instance = []] = this.#request.json === undefined ? this.#request.instances : [];
    return instance.find(
      ({ name, file, text }) =>
        Object.hasOwn(inputs, name) && inputs[name]!.kind === "image" && !file && text === "",
    )?.name;
  }

  #takeSample = async (): Promise<void> => {
    const { file } = samples[0]!;
    const wanted = this.#lacksPhoto;
    try {
      const reply = await fetch(`samples/${file}`);
      if (!reply.ok || wanted === undefined) throw new Error(reply.statusText);
      const photo = new File([await reply.blob()], file, { type: "image/jpeg" });
      const [instance, ...others] = this.#request.instances;
      const taken = instance!.map(
        (draft): Draft =>
          draft.name === wanted ? { ...emptyDraft(wanted), kind: "bytes", file: photo } : draft,
      );
      this.#edit([taken, ...others]);
    } catch {
      this.note = this.words.loadNoSample;
    }
  };
}
