/** How many photos are in which state, kept by addition and subtraction: a table of thousands is never counted. */

import { canRetry, isUnderWay, type Photo } from "./photo.ts";

/** How many photos are in which state. */
export class Tally {
  /** All photos of the queue. */
  all = 0;
  /** On their way to nobody yet. */
  waiting = 0;
  /** In a call, from its preparation to its answer. */
  underWay = 0;
  /** Those that were answered. */
  done = 0;
  /** Of those, the ones whose answer has no labels. */
  unlabelled = 0;
  /** Those that failed, by themselves or with a whole call. */
  failed = 0;
  /** Those whose way somebody ended. */
  cancelled = 0;
  /** Failed or cancelled ones that may go better another time. */
  retryable = 0;
  /** Bytes that were not sent, since photos were made smaller. */
  savedBytes = 0;

  /** Photos of which nothing more is to come. */
  get settled(): number {
    return this.done + this.failed + this.cancelled;
  }

  /** Photos of which something is still to come. */
  get open(): number {
    return this.waiting + this.underWay;
  }

  /** Counts a photo in. */
  add(photo: Photo): void {
    count(this, photo, 1);
  }

  /** Counts a photo out. */
  remove(photo: Photo): void {
    count(this, photo, -1);
  }
}

// No private member: a framework's Proxy of a tally has none.
function count(tally: Tally, photo: Photo, by: 1 | -1): void {
  const { state } = photo;
  tally.all += by;
  if (isUnderWay(state)) tally.underWay += by;
  else tally[state.name as "waiting" | "done" | "failed" | "cancelled"] += by;
  if (canRetry(photo)) tally.retryable += by;
  if (state.name !== "done") return;
  if (state.labels.length === 0) tally.unlabelled += by;
  tally.savedBytes += by * Math.max(0, photo.file.size - state.sentBytes);
}
