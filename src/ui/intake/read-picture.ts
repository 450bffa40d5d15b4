/** The bytes of a reply, as far as they are a picture. */

import type { LinkTrouble } from "../../failures/index.ts";
import { loadImages } from "../../library/index.ts";

export interface Bytes {
  parts: Uint8Array<ArrayBuffer>[];
  /** Media type by the bytes themselves. */
  type: string;
}

/** Serving's own limit for a message. */
const MOST_BYTES = 100 * 2 ** 20;

/** By so many every kind of picture is known. */
const HEAD_BYTES = 1024;

/**
 * Reads no further than it must: nothing of an error's page, the first kilobyte of what is no picture.
 * @param told is called with each piece; its share is 0 to 1, where the server tells the size
 * @returns the picture, or what is in the way
 */
export async function readPicture(
  reply: Response,
  told: (share: number | undefined) => void,
): Promise<Bytes | LinkTrouble> {
  const { headers, body } = reply;
  const declared = headers.has("content-encoding") ? 0 : Number(headers.get("content-length"));
  const reader = body?.getReader();
  const end = async (trouble: LinkTrouble) => {
    await reader?.cancel();
    return trouble;
  };
  if (!reply.ok) return end("status");
  if (declared > MOST_BYTES) return end("large");
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let type: string | undefined;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (value) parts.push(value);
    size += value?.length ?? 0;
    if (size > MOST_BYTES) return end("large");
    if (type === undefined && (done || size >= HEAD_BYTES)) {
      // Firefox knows a picture by its first part alone.
      parts = [new Uint8Array(await new Blob(parts).arrayBuffer())];
      type = await mediaTypeOf(parts);
      if (!type.startsWith("image/"))
        return end(/html/.test(headers.get("content-type") ?? "") ? "page" : "other");
    }
    if (done) return { parts, type: type! };
    told(declared > 0 ? Math.min(1, size / declared) : undefined);
  }
}

/** By the bytes themselves. */
export async function mediaTypeOf(parts: Uint8Array<ArrayBuffer>[]): Promise<string> {
  return (await loadImages()).readMediaType(new Blob(parts));
}
