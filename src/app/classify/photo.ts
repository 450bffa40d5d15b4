/** A photo on the table and what became of it. */

import { emptyFile, type Failure, type Label, tooLargeFile } from "../../ui/index.ts";
import type { CallTimes } from "./call-times.ts";

export type PhotoState =
  | { name: "waiting" }
  /** Its head is read; turned upright or made smaller where that is needed. */
  | { name: "preparing" }
  /** `share` of its own bytes has left, 0 to 1. */
  | { name: "uploading"; share: number }
  | { name: "running" }
  | {
      name: "done";
      guesses: readonly Label[];
      /** Of the call that it was in. */
      times: CallTimes;
      /** Photos in that call. */
      together: number;
      /** Bytes that were sent, which are fewer where it was made smaller. */
      sentBytes: number;
    }
  /** `withWholeCall`: it may well be without fault; the page tells once why calls fail. */
  | { name: "failed"; failure: Failure; withWholeCall: boolean }
  | { name: "cancelled" };

export type StateName = PhotoState["name"];

/** Never changed in place: a new state is a new object with the same id. */
export interface Photo {
  readonly id: number;
  /** As it was given; never read into JavaScript. */
  readonly file: File;
  /** Within the folder that it came with, else its name. */
  readonly path: string;
  readonly state: PhotoState;
  /** To be sent in a call of its own, since it was in one that failed over what it carried. */
  readonly alone: boolean;
}

/** A file on its way to the table. */
export interface Incoming {
  readonly file: File;
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
export function canRetry({ file, state }: Photo): boolean {
  return (state.name === "failed" || state.name === "cancelled") && !refusal(file);
}

/** Whether something is still to come of it. */
export function isOpen({ state }: Photo): boolean {
  return state.name === "waiting" || isUnderWay(state);
}

export function isUnderWay({ name }: PhotoState): boolean {
  return name === "preparing" || name === "uploading" || name === "running";
}

/** `999 B`, `12 KB`, `3.4 MB`: two or three digits. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
