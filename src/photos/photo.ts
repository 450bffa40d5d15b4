/** A photo and what became of it. */

import type { Outputs } from "../client/index.ts";
import { emptyFile, type Failure, type Notice, tooLargeFile } from "../failures/index.ts";
import type { CallTimes } from "./call-times.ts";
import { formatBytes } from "./format-bytes.ts";
import type { Label } from "./labels.ts";

/** Where a photo is on its way. */
export type PhotoState =
  | { name: "waiting" }
  /** Its head is read; turned upright or made smaller where that is needed. */
  | { name: "preparing" }
  /** `share` of its own bytes has left, 0 to 1. */
  | { name: "uploading"; share: number }
  /** All of them have; the server has it. */
  | { name: "running" }
  | {
      name: "done";
      /** All that the method gave, by name. */
      outputs: Outputs;
      /** Its labels, in the server's order: best first; empty where the method gives none. */
      labels: readonly Label[];
      /** Of the call that it was in. */
      times: CallTimes;
      /** Photos in that call. */
      together: number;
      /** Bytes that were sent, which are fewer where it was made smaller. */
      sentBytes: number;
    }
  /** `withWholeCall`: it may well be without fault; the queue's `halt` tells once why calls fail. */
  | { name: "failed"; failure: Failure; withWholeCall: boolean }
  | { name: "cancelled" };

/** Never changed in place: a new state is a new object with the same id. */
export interface Photo {
  /** The queue's own. */
  readonly id: number;
  /** As it was given; never read into JavaScript. */
  readonly file: File;
  /** Within the folder that it came with, else its name. */
  readonly path: string;
  /** Where it is on its way. */
  readonly state: PhotoState;
  /** What is to be known of how it was sent, beside its result. */
  readonly notice?: Notice;
}

/** A file on its way into the queue. */
export interface Incoming {
  /** As it was given. */
  readonly file: File;
  /** Within the folder that it came with, else its name. */
  readonly path: string;
}

/** Serving's own limit for a message, less some room for names and the proxy's frame. */
const MAX_BYTES = 100 * 2 ** 20 - 4096;

/** What keeps a file from being sent at all. */
export function refusal(file: File): Failure | undefined {
  if (file.size === 0) return emptyFile();
  if (file.size > MAX_BYTES) return tooLargeFile(formatBytes(file.size));
  return undefined;
}

/** Whether sending the photo again may help. */
export function canRetry({ state }: Photo): boolean {
  if (state.name === "failed") return state.failure.kind !== "file";
  return state.name === "cancelled";
}

/** Whether something is still to come of it. */
export function isOpen({ state }: Photo): boolean {
  return state.name === "waiting" || isUnderWay(state);
}

/** Whether it is in a call, from its preparation to its answer. */
export function isUnderWay({ name }: PhotoState): boolean {
  return name === "preparing" || name === "uploading" || name === "running";
}
