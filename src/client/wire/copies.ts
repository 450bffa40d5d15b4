/**
 * Small payloads copied out of a reply, several into one piece of memory: a label kept for long then keeps 64 KB at
 * most, not a reply of 100 MB, and a thousand score lists take 60 allocations, not a thousand.
 */

/** Memory that copies share, in bytes: the first piece, and the largest that pieces grow to. */
const FIRST_PIECE = 1024;
const LARGEST_PIECE = 64 * 1024;

/** Every copy begins at a multiple of this, so that it can be looked at as elements of any dtype. */
export const ALIGNMENT = 8;

export class Copies {
  #piece = new ArrayBuffer(0);
  #used = 0;
  #next = FIRST_PIECE;

  /** A copy of the bytes, aligned for any dtype. */
  of(bytes: Uint8Array): Uint8Array {
    const { length } = bytes;
    // Large copies stand alone: with others they would leave much of a piece unused.
    if (length > LARGEST_PIECE / 4) return new Uint8Array(bytes);
    let start = Math.ceil(this.#used / ALIGNMENT) * ALIGNMENT;
    if (start + length > this.#piece.byteLength) {
      while (this.#next < length) this.#next *= 2;
      this.#piece = new ArrayBuffer(this.#next);
      this.#next = Math.min(this.#next * 2, LARGEST_PIECE);
      start = 0;
    }
    const copy = new Uint8Array(this.#piece, start, length);
    copy.set(bytes);
    this.#used = start + length;
    return copy;
  }
}
