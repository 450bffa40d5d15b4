/**
 * A `File` that was changed, moved or deleted since it was chosen can't be sent any more, and browsers tell that in
 * the same words as a dead network. Whether a part can still be read shows which it was.
 */

import { isBlob } from "../../tensor/index.ts";
import { isReadable, Status } from "../../wire/index.ts";
import { CallFailure } from "./call-failure.ts";

/** The failure of a request of which a part can't be read; `undefined` when all can. */
export async function unreadablePart(
  parts: readonly unknown[],
  cause: unknown,
): Promise<CallFailure | undefined> {
  const blobs = parts.filter(isBlob);
  const readable = await Promise.all(blobs.map(isReadable));
  const lost = blobs[readable.indexOf(false)];
  if (!lost) return undefined;
  const name = "name" in lost ? `the file "${lost.name}"` : "a Blob of the request";
  const text = `${name} can't be read: it was changed, moved or deleted since it was chosen`;
  return Object.assign(new CallFailure("invalid-input", Status.INVALID_ARGUMENT, text), { cause });
}
