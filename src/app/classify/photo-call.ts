/** One call: its photos are prepared, sent together, and told how far they are. */

import type { OnProgress, Progress } from "../../client/index.ts";
import { unreadableFile } from "../../failures/index.ts";
import type { Answer } from "../serving/call.ts";
import { CallClock, type CallTimes } from "../../photos/call-times.ts";
import type { Photo, PhotoState } from "../../photos/photo.ts";
import { Unreadable } from "../../photos/prepare.ts";

/** What the queue sends with. Both reject with the signal's reason when it ended them. */
export interface Sender {
  /** The bytes to send for a file. @throws Unreadable when it can't be read any more */
  prepare(file: File, signal: AbortSignal): Promise<Blob>;
  send(files: Blob[], signal: AbortSignal, onProgress: OnProgress): Promise<Answer>;
}

/** One photo of the call that was sent. */
export interface Sent {
  id: number;
  bytes: number;
}

export class PhotoCall {
  readonly #left: Set<number>;
  readonly #abort = new AbortController();
  readonly #photos: readonly Photo[];

  constructor(photos: readonly Photo[]) {
    this.#photos = photos;
    this.#left = new Set(photos.map(({ id }) => id));
  }

  /** Nobody waits for this photo any more; a call whose photos are all left is ended. */
  leave(id: number): void {
    this.#left.delete(id);
    if (this.#left.size === 0) this.#abort.abort();
  }

  /**
   * @param set tells a photo's state on the way; never for one that has left
   * @returns what was sent and the answer; `undefined` when nothing was left to send
   * @throws AbortError when all photos have left
   */
  async run(
    { prepare, send }: Sender,
    set: (id: number, state: PhotoState) => void,
  ): Promise<{ sent: Sent[]; answer: Answer; times: CallTimes } | undefined> {
    const { signal } = this.#abort;
    const tell = (id: number, state: PhotoState) => {
      if (this.#left.has(id)) set(id, state);
    };
    const prepared = await Promise.all(
      this.#photos.map(async ({ id, file }) => {
        tell(id, { name: "preparing" });
        try {
          return { id, blob: await prepare(file, signal) };
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
          tell(id, { name: "failed", failure: unreadableFile(), withWholeCall: false });
          return undefined;
        }
      }),
    );
    const going = prepared.filter((one) => one !== undefined && this.#left.has(one.id)) as {
      id: number;
      blob: Blob;
    }[];
    if (going.length === 0) return undefined;
    const sent = going.map(({ id, blob }) => ({ id, bytes: blob.size }));
    const follow = followUpload(sent, tell);
    const clock = new CallClock();
    follow(0, 1);
    const answer = await send(
      going.map(({ blob }) => blob),
      signal,
      (progress: Progress) => {
        clock.note(progress);
        follow(progress.uploaded, progress.uploadTotal);
      },
    );
    return { sent, answer, times: clock.times() };
  }
}

/**
 * The bytes of a call leave in its photos' order, so that each photo's own share is known. What lies between them
 * (names, lengths) is too small to count.
 */
function followUpload(sent: readonly Sent[], set: (id: number, state: PhotoState) => void) {
  const shown = new Map<number, number>();
  return (uploaded: number, total: number) => {
    let begin = 0;
    for (const { id, bytes } of sent) {
      const share = uploaded >= total ? 1 : Math.min(1, Math.max(0, (uploaded - begin) / bytes));
      begin += bytes;
      const percent = Math.floor(share * 100);
      if (shown.get(id) === percent) continue;
      shown.set(id, percent);
      set(id, percent === 100 ? { name: "running" } : { name: "uploading", share });
    }
  };
}
