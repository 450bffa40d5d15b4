/** What somebody gives to a page, on its way to photos, and the notes about the rest of it. */

import { codeMissing } from "../../failures/index.ts";
import { once } from "../../library/index.ts";
import type { Given } from "./given.ts";
import type { IntakeHost, Taking } from "./intake-host.ts";
import { type Note, withFailure } from "./notes.ts";

/** Once, so that what is given later does not come first. */
const loadTake = once(() => import("./take.ts"));

export class Intake implements Taking {
  readonly host: IntakeHost;
  #notes: readonly Note[] = [];
  #stopping = new AbortController();

  constructor(host: IntakeHost) {
    this.host = host;
  }

  /** To be shown, the oldest first. */
  get notes(): readonly Note[] {
    return this.#notes;
  }

  set notes(notes: readonly Note[]) {
    this.#notes = notes;
    this.host.changed();
  }

  /** Fires when what is being fetched is not wanted any more. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  async take(given: Given): Promise<void> {
    this.notes = this.notes.filter(({ kind }) => kind === "fetching");
    try {
      const { take } = await loadTake();
      await take(given, this);
    } catch {
      this.notes = withFailure(this.notes, codeMissing());
    }
  }

  /** Takes a note away; pictures that are being fetched are not any more. */
  dismiss(note: Note): void {
    if (note.kind === "fetching") this.#stop();
    this.notes = this.notes.filter((one) => one.kind !== "fetching" && one !== note);
  }

  /** Tells nothing any more, and fetches nothing further. */
  clear(): void {
    this.#stop();
    this.notes = [];
  }

  #stop(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }
}
