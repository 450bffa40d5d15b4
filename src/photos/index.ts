/**
 * Many photos, classified: a queue that prepares, batches, sends and sorts out failures, without a page.
 *
 * @module mindspore-serving-web/photos
 */

export type { Failure, Notice, OwnFailureKind } from "../failures/index.ts";
export type { CallTimes } from "./call-times.ts";
export { formatBytes } from "./format-bytes.ts";
export type { Halt } from "./halt.ts";
export { firstName, type Label, labelsOf } from "./labels.ts";
export { photoInput } from "./learned-input.ts";
export type { PhotoLimits, PhotoQueueOptions } from "./options.ts";
export type { Pace } from "./pace.ts";
export {
  canRetry,
  type Incoming,
  isOpen,
  isUnderWay,
  type Photo,
  type PhotoState,
  refusal,
} from "./photo.ts";
export { PhotoError } from "./photo-error.ts";
export { PhotoQueue } from "./photo-queue.ts";
export { Tally } from "./tally.ts";
