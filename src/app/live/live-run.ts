/** A video's frames to answers, of which only the newest counts, until it ends or is stopped. */

import type { Outputs } from "../../client/index.ts";
import { type Failure, failureOf, thrownFailure } from "../../failures/index.ts";
import { loadClient } from "../../library/index.ts";
import { photoInput } from "../../photos/index.ts";
import { noteCall } from "../serving/connection.ts";
import { noteFailure, photoCalls } from "../serving/photo-calls.ts";
import type { Settings } from "../state/settings.ts";
import { AnswerPace } from "./answer-pace.ts";
import { frames } from "./frames.ts";

export class LiveRun {
  /** As they were when it began; other ones need another run. */
  readonly settings: Settings;
  /** The newest answer. */
  outputs: Outputs | undefined;
  /** Milliseconds from its frame to that answer. */
  ms: number | undefined;
  /** Of the last call; gone with the next one that is answered. */
  failure: Failure | undefined;
  isOver = false;
  readonly pace = new AnswerPace();
  readonly #stopped = new AbortController();
  readonly #changed: () => void;

  /** @param changed is called after each answer, and at the end */
  constructor(settings: Settings, changed: () => void) {
    this.settings = settings;
    this.#changed = changed;
  }

  /** Never rejects; what ends it is told as {@link failure}. */
  async run(video: HTMLVideoElement): Promise<void> {
    const { signal } = this.#stopped;
    try {
      const library = await loadClient();
      const calls = photoCalls(() => this.settings);
      const client = await calls.client();
      const input = calls.input() || photoInput((await client.probe({ signal })).inputs);
      const latest = library.inferLatest(client, frames(video, input, signal), { signal });
      for await (const { outcome, ms } of latest) {
        this.pace.add(performance.now());
        this.ms = ms;
        if (library.isError(outcome)) {
          this.failure = failureOf(outcome, library);
          noteFailure(this.failure);
        } else {
          this.failure = undefined;
          this.outputs = outcome;
          noteCall(undefined);
        }
        this.#changed();
      }
    } catch (error) {
      if (!signal.aborted) this.failure = thrownFailure(error);
    }
    this.isOver = true;
    this.#changed();
  }

  /** Ends the calls under way; nothing is sent behind it. */
  stop(): void {
    this.#stopped.abort();
  }
}
