/** The photos on the page Classify: the queue, as the settings have it, drawn at most once for each frame. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Failure } from "../../../failures/index.ts";
import { PhotoQueue } from "../../../photos/index.ts";
import { connection, noteCall } from "../../serving/connection.ts";
import { noteFailure, photoCalls } from "../../serving/photo-calls.ts";
import { type Settings, settings } from "../../state/settings.ts";

export class QueueController implements ReactiveController {
  readonly queue = new PhotoQueue({
    ...photoCalls(() => settings.value),
    onChange: () => this.#changed(),
    onSettled: ({ state }) => {
      if (state.name === "done") noteCall(undefined);
      else if (state.name === "failed") noteFailure(state.failure);
    },
  });

  readonly #host: ReactiveControllerHost;
  #unsubscribe: (() => void)[] = [];
  #frame: number | undefined;
  #noted: Failure | undefined;
  #target = targetIn(settings.value);

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = [
      settings.subscribe(() => {
        const target = targetIn(settings.value);
        if (target === this.#target) return;
        this.#target = target;
        this.queue.renew();
      }),
      // Somebody may find out before the queue looks again.
      connection.subscribe(() => {
        if (connection.value === "connected" && this.queue.halt?.passing) this.queue.resume();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #changed(): void {
    const failure = this.queue.halt?.failure;
    if (failure !== this.#noted) {
      this.#noted = failure;
      if (failure) noteFailure(failure);
    }
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#host.requestUpdate();
    });
  }
}

/** Whatever photos that are not on their way yet depend on. */
function targetIn({ theme: _, shrink: __, ...target }: Settings): string {
  return JSON.stringify(target);
}
