/** Photos of which somebody says what they show. */

import { folderOf, LabelTable } from "../../evaluation/index.ts";
import type { Incoming } from "../../photos/index.ts";

export class PhotoSet {
  readonly photos: readonly Incoming[];
  /** In the place of folders' names. */
  readonly table: ReadonlyMap<string, string> | undefined;
  readonly #labels: LabelTable | undefined;

  constructor(photos: readonly Incoming[], table?: ReadonlyMap<string, string>) {
    this.photos = photos;
    this.table = table;
    this.#labels = table && new LabelTable(table);
  }

  truthOf(path: string): string | undefined {
    return this.#labels ? this.#labels.labelOf(path) : folderOf(path);
  }

  /** How many photos each name has. */
  get names(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { path } of this.photos) {
      const name = this.truthOf(path);
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /** Photos that nobody says anything of. */
  get unlabelled(): number {
    return this.photos.reduce((sum, { path }) => sum + (this.truthOf(path) === undefined ? 1 : 0), 0);
  }

  /** Files of the table that are not among the photos. */
  get missing(): readonly string[] {
    for (const { path } of this.photos) this.truthOf(path);
    return this.#labels?.unseen ?? [];
  }
}
