/** Object URLs of the photos on show. */

import type { Photo } from "../../photos/index.ts";

/** The browser makes each in more than a millisecond, while the page stands still. */
const MADE_AT_ONCE = 12;

export class Previews {
  readonly #urls = new Map<number, string>();
  #made = 0;

  /** Made when first asked for; `undefined` when enough were made since the last {@link rest}. */
  urlOf({ id, file }: Photo): string | undefined {
    if (!this.#urls.has(id) && this.#made++ < MADE_AT_ONCE) this.#urls.set(id, URL.createObjectURL(file));
    return this.#urls.get(id);
  }

  /** After a drawing. @returns whether another one is needed for those that were not made */
  rest(): boolean {
    const more = this.#made > MADE_AT_ONCE;
    this.#made = 0;
    return more;
  }

  /** Gives back those of photos that are no longer there. */
  keep(photos: readonly Photo[]): void {
    const ids = new Set(photos.map(({ id }) => id));
    for (const [id, url] of this.#urls) {
      if (ids.has(id)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(id);
    }
  }
}
