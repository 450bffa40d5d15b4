/** What a photo shows, by whoever sorted it. */

/** The folder that the photo lies in; `undefined` where it lies in none. @param path with `/` between its parts */
export function folderOf(path: string): string | undefined {
  return path.split("/").at(-2);
}

/** Labels from a table of files, which knows where it stands among the folders, or does not. */
export class LabelTable {
  readonly #labels: ReadonlyMap<string, string>;
  readonly #unseen: Set<string>;

  /** @param labels by file, as the table names it */
  constructor(labels: ReadonlyMap<string, string>) {
    this.#labels = new Map(Array.from(labels, ([file, label]) => [plain(file), label]));
    this.#unseen = new Set(this.#labels.keys());
  }

  /** The label of the longest end of the path that the table has. */
  labelOf(path: string): string | undefined {
    for (let end = plain(path); ; end = end.slice(end.indexOf("/") + 1)) {
      const label = this.#labels.get(end);
      if (label !== undefined) this.#unseen.delete(end);
      if (label !== undefined || !end.includes("/")) return label;
    }
  }

  /** Files of the table that nobody has asked for. */
  get unseen(): readonly string[] {
    return [...this.#unseen];
  }
}

/** As browsers write paths. */
function plain(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(\.?\/)+/, "");
}
