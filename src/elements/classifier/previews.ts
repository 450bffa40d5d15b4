/** Object URLs of the photos on show. */

import type { Photo } from "./photo.ts";

export class Previews {
  readonly #urls = new Map<number, string>();

  /** Made when first asked for. */
  urlOf({ id, file }: Photo): string {
    const url = this.#urls.get(id) ?? URL.createObjectURL(file);
    this.#urls.set(id, url);
    return url;
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
