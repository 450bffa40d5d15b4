/** What the two ways of sending, `fetch` and `XMLHttpRequest`, have in common. */

import type { Metadata } from "../../wire/index.ts";
import type { OnMoment } from "./call.ts";
import type { ProgressReport } from "./progress.ts";

/** A reply body, read from front to back. */
export interface BodySource {
  /**
   * The next `length` bytes, the caller's to keep; fewer when the body ends before.
   * @param bytesBefore from the first of them, how many to leave free in memory before them; a source that has them
   *   in memory already does not move them
   */
  take(length: number, bytesBefore?: (head: Uint8Array) => number): Promise<Uint8Array>;
  /** Gives the body up; what is still on its way is not read. */
  cancel(): Promise<void>;
}

/** A reply whose head is here; its body may be on its way. */
export interface HttpReply {
  /** Where it came from, when that is not where the request went. */
  redirectedTo?: string | undefined;
  status: number;
  statusText: string;
  /** Header names in lower case. */
  headers: Metadata;
  body: BodySource;
}

export interface HttpRequest {
  url: string;
  headers: Headers;
  body: Uint8Array<ArrayBuffer> | Blob;
  credentials: RequestCredentials;
  signal: AbortSignal;
  progress?: ProgressReport | undefined;
  onMoment?: OnMoment | undefined;
}
