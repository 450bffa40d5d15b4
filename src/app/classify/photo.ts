/** A photo on the table and what became of it. */

import type { Failure } from "../serving/call.ts";
import type { Guess } from "./guesses.ts";

export type PhotoState =
  | { name: "waiting" }
  | { name: "running" }
  | { name: "done"; guesses: readonly Guess[] }
  | { name: "failed"; failure: Failure; withWholeCall: boolean };

/** Never changed in place: a new state is a new object with the same id. */
export interface Photo {
  readonly id: number;
  /** Sent as it is; never read into JavaScript. */
  readonly file: File;
  /** An object URL for the thumbnail; given back when the photo leaves the table. */
  readonly url: string;
  readonly state: PhotoState;
  /** To be sent in a call of its own, since it was in one that failed over what it carried. */
  readonly alone: boolean;
}

/** Serving's own limit for a message, less some room for names and the proxy's frame. */
const MAX_BYTES = 100 * 2 ** 20 - 4096;

/** What keeps a file from being sent at all. */
export function refusal(file: File): Failure | undefined {
  if (file.size === 0) return { word: "emptyFile" };
  if (file.size > MAX_BYTES) return { word: "tooLargeFile", about: formatBytes(file.size) };
  return undefined;
}

/**
 * Whether the file can still be read. One that can't (a folder, or changed on disk) would take its neighbours in
 * the call along, and the browser would only say that the network failed.
 */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Whether sending the photo again may help. */
export function canRetry({ file, state }: Photo): boolean {
  return state.name === "failed" && !refusal(file);
}

export interface Tally {
  all: number;
  done: number;
  failed: number;
  /** Failed ones that may go better another time. */
  retryable: number;
}

export function tally(photos: readonly Photo[]): Tally {
  const count = (name: PhotoState["name"]) => photos.filter(({ state }) => state.name === name).length;
  return {
    all: photos.length,
    done: count("done"),
    failed: count("failed"),
    retryable: photos.filter(canRetry).length,
  };
}

/** `999 B`, `12 KB`, `3.4 MB`: two or three digits. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
