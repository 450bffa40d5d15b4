/** The request as it is being written: in the form, or as JSON. */

import type { Instance } from "../../../client/index.ts";
import type { Example } from "../../../signature/index.ts";
import { type DraftInstance, FIRST, withInputs } from "./draft.ts";
import { draftsOfJson, type JsonFault } from "./json-request.ts";
import { type Faults, readRequest, withoutOpen } from "./read-request.ts";
import { exampleInstance, type SignedInputs, signedInstance } from "./signed-form.ts";
import { jsonOfDrafts } from "./written-json.ts";

type Library = typeof import("../../../client/index.ts");

/** What is wrong with the JSON: with the text, or with an input that it says. */
export type WrittenFault =
  | JsonFault
  | { fault: "tooLong"; has: number }
  | { fault: "inputs"; drafts: readonly DraftInstance[]; faults: Faults };

/** What is written, as it is and as values to send. */
export interface ReadRequest {
  drafts: readonly DraftInstance[];
  instances: Instance[];
}

/** What was written for a method, kept while another one is called. */
interface Left {
  instances: readonly DraftInstance[];
  json: string | undefined;
  madeJson: string | undefined;
}

export class WrittenRequest {
  instances: readonly DraftInstance[] = [FIRST];
  /** While it is written as JSON. */
  json: string | undefined;
  /** Of the form, as the last reading found them. */
  faults: Faults = [];
  jsonFault: WrittenFault | undefined;

  readonly #changed: () => void;
  /** Nothing was written yet: input names that are learned may replace the instance. */
  #untouched = true;
  /** The JSON as it was made of {@link instances}: as long as it is this one, they say the same and more. */
  #madeJson: string | undefined;

  #method = "";
  /** The method's inputs, where its signature is known. */
  #signed: SignedInputs | undefined;
  readonly #left = new Map<string, Left>();

  /** @param changed is called after every change */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /**
   * Says what method is called, and what its signature says of its inputs. The form takes them; what was written is
   * kept until its method is called again. Without signatures the form stays as it is.
   */
  aim(method: string, signed: SignedInputs | undefined): void {
    const before = this.#signed;
    this.#signed = signed;
    if (method === this.#method) {
      if (signed && signed !== before && this.#untouched) this.#fillIn(this.instances, Object.keys(signed));
      else this.#changed();
      return;
    }
    if ((before || signed) && !this.#untouched) {
      this.#left.set(this.#method, { instances: this.instances, json: this.json, madeJson: this.#madeJson });
    }
    const back = this.#left.get(method);
    this.#method = method;
    this.faults = [];
    this.jsonFault = undefined;
    if (back && (before || signed)) {
      this.instances = back.instances;
      this.json = back.json;
      this.#madeJson = back.madeJson;
      this.#untouched = false;
    } else if (signed) {
      this.#untouched = true;
      this.#fillIn(this.#written(), Object.keys(signed), before);
    }
    this.#changed();
  }

  /** Writes an example into every instance. */
  takeExample(example: Example): void {
    const instance = exampleInstance(example, this.#signed);
    this.edit(this.#written().map(() => instance));
    if (this.json !== undefined) this.#makeJson();
    this.#changed();
  }

  /** Takes what was written in the form. */
  edit(instances: readonly DraftInstance[]): void {
    this.#untouched = false;
    this.instances = instances;
    this.faults = [];
    this.#changed();
  }

  /** Of a text as JSON that is longer than the page can show. */
  refuse(has: number): void {
    this.jsonFault = { fault: "tooLong", has };
    this.#changed();
  }

  writeJson(text: string): void {
    this.#untouched = false;
    this.json = text;
    this.jsonFault = undefined;
    this.#changed();
  }

  /** Another request takes the place of this one, in the form. @returns puts that back; nothing where nothing was written */
  replace(instances: readonly DraftInstance[]): (() => void) | undefined {
    const { instances: before, json } = this;
    const [madeJson, wasUntouched] = [this.#madeJson, this.#untouched];
    this.json = undefined;
    this.jsonFault = undefined;
    this.edit(instances);
    if (wasUntouched) return undefined;
    return () => {
      this.json = json;
      this.#madeJson = madeJson;
      this.edit(before);
    };
  }

  /** The form's content as JSON. What JSON can't say stays in the form, with its faults. @returns whether it can */
  async toJson(library: Library): Promise<boolean> {
    const drafts = this.instances;
    if (!(await this.#isSound(drafts, library))) return false;
    // Meanwhile somebody may have gone on writing, or the inputs' names have come.
    if (this.instances !== drafts) return this.toJson(library);
    this.#makeJson();
    this.#changed();
    return true;
  }

  /** The JSON's content in the form. JSON with a fault stays. @returns whether it has none */
  toForm(): boolean {
    const drafts = this.drafts();
    if (!drafts) return false;
    this.json = undefined;
    if (drafts !== this.instances) this.edit(drafts);
    this.#changed();
    return true;
  }

  /** Takes names of inputs that were learned by the way: only where nothing was written yet. */
  suggestInputs(names: readonly string[]): void {
    if (this.#untouched && !this.#signed) this.#fillIn(this.instances, names);
  }

  /** Takes names of inputs that were asked for, or what the signature says. @returns whether there was no fault in the way, nor an edit meanwhile */
  async fillIn(names: readonly string[], library: Library): Promise<boolean> {
    const { json } = this;
    const drafts = this.drafts();
    if (!drafts) return false;
    if (json !== undefined && (!(await this.#isSound(drafts, library)) || this.json !== json)) return false;
    this.#fillIn(drafts, names);
    return true;
  }

  /**
   * @param signal when nobody wants it any more
   * @param anyway whatever the signature says
   * @returns `undefined` where there are faults, which are then in {@link faults} or {@link jsonFault}
   */
  async read(library: Library, signal?: AbortSignal, anyway = false): Promise<ReadRequest | undefined> {
    const drafts = this.drafts();
    const signed = anyway ? undefined : this.#signed;
    const instances = drafts && (await this.#values(drafts, library, signal, signed));
    return instances && { drafts, instances };
  }

  /** What is written; in place of JSON with a fault what the form had. */
  #written(): readonly DraftInstance[] {
    const read =
      this.json === undefined || this.json === this.#madeJson ? undefined : draftsOfJson(this.json);
    return read && !("fault" in read) ? read.instances : this.instances;
  }

  /** What is written; `undefined` for JSON with a fault. */
  drafts(): readonly DraftInstance[] | undefined {
    if (this.json === undefined || this.json === this.#madeJson) return this.instances;
    const read = draftsOfJson(this.json);
    if (!("fault" in read)) return read.instances;
    this.jsonFault = read;
    this.#changed();
    return undefined;
  }

  /** Whether JSON can say all that is written. */
  async #isSound(drafts: readonly DraftInstance[], library: Library): Promise<boolean> {
    return (await this.#values(withoutOpen(drafts), library)) !== undefined;
  }

  async #values(
    drafts: readonly DraftInstance[],
    library: Library,
    signal?: AbortSignal,
    signed?: SignedInputs,
  ): Promise<Instance[] | undefined> {
    const read = await readRequest(drafts, library, signed);
    if (signal?.aborted) return undefined;
    if ("instances" in read) {
      // What is sent anyway has no fault any more.
      if (drafts === this.instances) this.faults = [];
      this.jsonFault = undefined;
      return read.instances;
    }
    if (this.json === undefined) this.faults = read.faults;
    else this.jsonFault = { fault: "inputs", drafts, faults: read.faults };
    this.#changed();
    return undefined;
  }

  #fillIn(drafts: readonly DraftInstance[], names: readonly string[], before?: SignedInputs): void {
    const signed = this.#signed;
    this.instances = drafts.map((instance) =>
      signed ? signedInstance(signed, instance, before) : withInputs(instance, names),
    );
    this.faults = [];
    if (this.json !== undefined) this.#makeJson();
    this.#changed();
  }

  #makeJson(): void {
    this.#madeJson = jsonOfDrafts(this.instances);
    this.json = this.#madeJson;
    this.jsonFault = undefined;
  }
}
