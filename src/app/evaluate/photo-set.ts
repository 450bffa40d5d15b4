/** Photos of which somebody says what they show, or nobody. */

import { folderOf, LabelTable } from "../../evaluation/index.ts";
import type { Incoming } from "../../photos/index.ts";

export class PhotoSet {
  readonly photos: readonly Incoming[];
  /** In the place of folders' names. */
  readonly table: ReadonlyMap<string, string> | undefined;
  /** All photos lie in one folder, which says nothing of what tells them apart. */
  readonly isOneFolder: boolean;
  /** Folders' names are what photos show. */
  readonly isByFolder: boolean;
  /** By photo, what it shows. */
  readonly truths: readonly (string | undefined)[];
  /** Names of what photos show. */
  readonly names: ReadonlySet<string>;
  /** Photos that nobody says anything of. */
  readonly unlabelled: number;
  /** Files of the table that are not among the photos. */
  readonly missing: readonly string[];

  /** @param isByFolder left out, folders are believed where there are several, and no table */
  constructor(
    photos: readonly Incoming[],
    table?: ReadonlyMap<string, string>,
    isByFolder?: boolean | undefined,
  ) {
    const labels = table && new LabelTable(table);
    const folders = photos.map(({ path }) => folderOf(path));
    this.photos = photos;
    this.table = table;
    this.isOneFolder = folders[0] !== undefined && folders.every((folder) => folder === folders[0]);
    this.isByFolder = !labels && (isByFolder ?? !this.isOneFolder);
    this.truths = photos.map(({ path }, i) =>
      labels ? labels.labelOf(path) : this.isByFolder ? folders[i] : undefined,
    );
    const known = this.truths.filter((truth) => truth !== undefined);
    this.names = new Set(known);
    this.unlabelled = photos.length - known.length;
    this.missing = labels?.unseen ?? [];
  }

  /** Whether folders have names that could be labels. */
  get mayBeByFolder(): boolean {
    return !this.table && this.photos.some(({ path }) => folderOf(path) !== undefined);
  }
}
