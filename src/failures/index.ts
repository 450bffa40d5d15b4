/** What may fail for the person at the page, and what to do about it: the client's errors and what pages find themselves. */

export { type Failure, failureOf, type OwnFailureKind, thrownFailure } from "./failure.ts";
export { forbiddenAddress } from "./forbidden-address.ts";
export { type LinkTrouble, pictureNotFetched } from "./link-failures.ts";
export {
  codeMissing,
  emptyFile,
  notPhoto,
  refusedFile,
  removedPhoto,
  sampleMissing,
  signatureMissing,
  tooLargeFile,
  unknownInputs,
  unreadableFile,
} from "./own-failures.ts";
export type { Notice } from "./unread-pictures.ts";

/** Texts about pictures that can't become what Serving reads: most pages never need them. */
export const loadUnread = () => import("./unread-pictures.ts");
