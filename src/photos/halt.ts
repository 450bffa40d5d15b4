/** Why a queue of photos stops. */

import type { Failure } from "../failures/index.ts";

/** Why no further call is made. */
export interface Halt {
  /** Why. */
  failure: Failure;
  /** It may pass by itself, and then the queue resumes. Otherwise somebody has to fix something. */
  passing: boolean;
}

/** So many broken replies in a row are the server's fault, not the photos'. */
export const BROKEN_REPLIES = 3;
