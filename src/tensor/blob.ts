/** Blobs of whatever place: the page's own, another window's, and those of test environments. */

import { classNameOf } from "./dtype.ts";

/** Also one of another window, which is no instance of this one's class; happy-dom's has no name of its own. */
export function isBlob(value: unknown): value is Blob {
  return value instanceof Blob || /^(Blob|File)$/.test(classNameOf(value));
}

/** All of its bytes. jsdom's Blobs could not be read for long but by a `FileReader`. */
export async function bytesOfBlob(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if ("arrayBuffer" in blob) return new Uint8Array(await blob.arrayBuffer());
  const reader = new FileReader();
  await new Promise((done, fail) => {
    Object.assign(reader, { onload: done, onerror: fail });
    reader.readAsArrayBuffer(blob);
  });
  return new Uint8Array(reader.result as ArrayBuffer);
}
