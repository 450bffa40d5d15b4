/** Photos of which somebody says what they show. */

import { folderOf, LabelTable } from "../../evaluation/index.ts";
import type { Incoming } from "../../photos/index.ts";

export class PhotoSet {
  readonly photos: readonly Incoming[];
  /** In the place of folders' names. */
  readonly table: ReadonlyMap<string, string> | undefined;
  /** By photo, what it shows. */
  readonly truths: readonly (string | undefined)[];
  /** Names of what photos show. */
  readonly names: ReadonlySet<string>;
  /** Photos that nobody says anything of. */
  readonly unlabelled: number;
  /** Files of the table that are not among the photos. */
  readonly missing: readonly string[];

  constructor(photos: readonly Incoming[], table?: ReadonlyMap<string, string>) {
    const labels = table && new LabelTable(table);
    this.photos = photos;
    this.table = table;
    this.truths = photos.map(({ path }) => (labels ? labels.labelOf(path) : folderOf(path)));
    const known = this.truths.filter((truth) => truth !== undefined);
    this.names = new Set(known);
    this.unlabelled = photos.length - known.length;
    this.missing = labels?.unseen ?? [];
  }
}
