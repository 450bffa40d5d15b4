import { bytesOfBlob } from "../tensor/index.ts";

/**
 * Whether a Blob can still be read: no folder that was dropped, and no file that was changed, moved or deleted since it
 * was chosen, which a browser compares with what it was before it gives any of its bytes. Sent all the same, it would
 * take its neighbours in the call along, and the browser would only say that the network failed.
 */
export async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await bytesOfBlob(blob.slice(0, 1));
    return true;
  } catch {
    return false;
  }
}
