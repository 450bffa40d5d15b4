/** What may fail for the person at the page, and what to do about it: the client's errors and what pages find themselves. */

export { type Failure, failureOf, type OwnFailureKind, thrownFailure } from "./failure.ts";
export { type LinkTrouble, pictureNotFetched } from "./link-failures.ts";
export {
  codeMissing,
  emptyFile,
  notPhoto,
  refusedFile,
  removedPhoto,
  sampleMissing,
  tooLargeFile,
  unknownInputs,
  unreadableFile,
} from "./own-failures.ts";
export {
  damagedPicture,
  type Notice,
  noisyPixels,
  sentUnchanged,
  unreadKind,
} from "./unread-pictures.ts";
