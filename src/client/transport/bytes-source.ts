/** A reply body that is in memory already. */

import type { BodySource } from "./http-reply.ts";

export class BytesSource implements BodySource {
  #rest: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#rest = bytes;
  }

  async take(length: number): Promise<Uint8Array> {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async cancel(): Promise<void> {
    this.#rest = new Uint8Array();
  }
}
