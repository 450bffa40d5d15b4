/** What may fail for the person at the page, and what to do about it: the client's errors and what pages find themselves. */

export { type Failure, failureOf, type OwnFailureKind, thrownFailure } from "./failure.ts";
export {
  codeMissing,
  emptyFile,
  refusedFile,
  removedPhoto,
  sampleMissing,
  tooLargeFile,
  unknownInputs,
  unreadableFile,
} from "./own-failures.ts";
