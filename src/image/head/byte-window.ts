/** Reads pieces of a Blob where they are asked for, so that a file's head is looked at without reading the file. */

import { bytesOfBlob } from "../../tensor/index.ts";
import { describeBlob, imageError } from "../errors/image-error.ts";

/** Bytes taken from the Blob at a time. The head of nearly every photo lies within the first window. */
const WINDOW_BYTES = 64 * 1024;

export class ByteWindow {
  readonly size: number;
  readonly #blob: Blob;
  #start = 0;
  #bytes = new Uint8Array(0);

  constructor(blob: Blob) {
    this.#blob = blob;
    this.size = blob.size;
  }

  /**
   * Up to `length` bytes at `offset`; fewer at the end of the file, none behind it.
   * @throws DOMException `NotReadableError` when the file can't be read any more
   */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (offset >= end) return new Uint8Array(0);
    if (offset < this.#start || end > this.#start + this.#bytes.length) {
      const piece = this.#blob.slice(offset, Math.min(offset + Math.max(length, WINDOW_BYTES), this.size));
      this.#bytes = await readPiece(piece, this.#blob);
      this.#start = offset;
    }
    return this.#bytes.subarray(offset - this.#start, end - this.#start);
  }
}

/** @throws DOMException `NotReadableError` that names the whole file */
export async function readPiece(piece: Blob, whole: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await bytesOfBlob(piece);
  } catch (error) {
    throw imageError(
      "NotReadableError",
      `${describeBlob(whole)} can't be read: it was moved or changed on disk, or is a folder. Choose it again`,
      error,
    );
  }
}

/** Whether the bytes at `offset` are this ASCII text. */
export function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  if (offset + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** A view for numbers of several bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
