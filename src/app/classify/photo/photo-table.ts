/** The photos on the page Classify: the queue, as the settings have it, drawn at most once for each frame. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ErrorKind } from "../../../client/index.ts";
import type { Failure } from "../../../failures/index.ts";
import { type Halt, type Photo, type PhotoQueue, Tally } from "../../../photos/index.ts";
import { clientFor } from "../../serving/client-for.ts";
import { connection, noteCall } from "../../serving/connection.ts";
import { look } from "../../serving/watch.ts";
import { type Settings, SHRUNK_SIDE, settings } from "../../state/settings.ts";

const NO_PHOTOS: ReadonlyMap<number, Photo> = new Map();
const NONE_COUNTED = new Tally();

/** The queue's own code comes with the first photo: until then there is nothing on the table. */
export class PhotoTable implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #queue: PhotoQueue | undefined;
  #unsubscribe: (() => void)[] = [];
  #frame: number | undefined;
  #noted: Failure | undefined;
  #target = targetIn(settings.value);

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get photos(): ReadonlyMap<number, Photo> {
    return this.#queue?.photos ?? NO_PHOTOS;
  }

  get tally(): Tally {
    return this.#queue?.tally ?? NONE_COUNTED;
  }

  /** Another one after each change. */
  get revision(): number {
    return this.#queue?.revision ?? 0;
  }

  get halt(): Halt | undefined {
    return this.#queue?.halt;
  }

  /** To be waited for before photos are added. @throws when its code can't be loaded; asked again, it is tried again */
  async queue(): Promise<PhotoQueue> {
    const { PhotoQueue } = await import("./queue.ts");
    this.#queue ??= new PhotoQueue({
      client: () => classifier(),
      maxSide: () => (settings.value.shrink ? SHRUNK_SIDE : undefined),
      limits: () => settings.value,
      isBack: async () => {
        await look();
        return connection.value === "connected";
      },
      onChange: () => this.#changed(),
      onSettled: ({ state }) => {
        if (state.name === "done") noteCall(undefined);
        else if (state.name === "failed") noteFailure(state.failure);
      },
    });
    return this.#queue;
  }

  /** The queue, if there is one yet. */
  get opened(): PhotoQueue | undefined {
    return this.#queue;
  }

  hostConnected(): void {
    this.#unsubscribe = [
      settings.subscribe(() => {
        const target = targetIn(settings.value);
        if (target === this.#target) return;
        this.#target = target;
        this.#queue?.renew();
      }),
      // Somebody may find out before the queue looks again.
      connection.subscribe(() => {
        if (connection.value === "connected" && this.halt?.passing) this.#queue!.resume();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #changed(): void {
    const failure = this.halt?.failure;
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
function targetIn({ address, servable, method, version, timeoutMs, metadata, ...rest }: Settings): string {
  const { batchCount, concurrency } = rest;
  return JSON.stringify([address, servable, method, version, timeoutMs, metadata, batchCount, concurrency]);
}

async function classifier() {
  const { servable, method, version } = settings.value;
  return clientFor({ servable, method, version });
}

/** What the failure of a call says of the way; one that the page itself found says nothing. */
function noteFailure({ kind, code, grpcStatus }: Failure): void {
  if (code !== undefined) noteCall(kind as ErrorKind, grpcStatus === undefined);
}
