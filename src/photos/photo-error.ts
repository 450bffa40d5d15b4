/** A failure to be thrown, where a queue asks for a client or for a photo's bytes. */

import type { Failure } from "../failures/index.ts";

/** What a queue's `client` and `prepare` throw to say what failed; whatever else they throw is told as it is. */
export class PhotoError extends Error {
  /** `"PhotoError"` */
  override readonly name = "PhotoError";
  /** What is shown of it. */
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.error, options);
    this.failure = failure;
  }
}
