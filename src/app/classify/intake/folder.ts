/** Files out of folders: dropped ones with all that is in them, and chosen ones. */

import type { Incoming } from "../../../photos/index.ts";

/**
 * To be called within the drop's own event: afterwards the browser tells nothing any more. A file that was dropped
 * itself is always taken, of a folder's only the pictures.
 */
export function droppedFiles({ items, files }: DataTransfer): Promise<Incoming[]> {
  const entries = Array.from(items, (item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(Array.from(files, alone));
  return Promise.all(
    entries.filter((entry) => entry !== null).map((entry) => readableFilesOf(entry, entry.isDirectory)),
  ).then((found) => found.flat());
}

/** The pictures among the files of a chosen folder. */
export function folderFiles(files: Iterable<File>): Incoming[] {
  return Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })).filter(
    isPicture,
  );
}

export function alone(file: File): Incoming {
  return { file, path: file.name };
}

async function filesOf(entry: FileSystemEntry, picturesOnly: boolean): Promise<Incoming[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    const found = { file, path: entry.fullPath.replace(/^\//, "") };
    return !picturesOnly || isPicture(found) ? [found] : [];
  }
  const found: Incoming[] = [];
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) {
    // One after another: a folder may hold thousands.
    found.push(...(await readableFilesOf(inner, picturesOnly)));
  }
  return found;
}

/** What can't be read, such as another user's folder, must not take along what can. */
function readableFilesOf(entry: FileSystemEntry, picturesOnly: boolean): Promise<Incoming[]> {
  return filesOf(entry, picturesOnly).catch(() => []);
}

/** A reader gives a folder's entries in parts, the last of which is empty; here by name. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) break;
    all.push(...part);
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return all.sort((a, b) => compare(a.name, b.name));
}

/** By the type that the browser gave it, else by the ending: some systems know no type for a phone's photos. */
function isPicture({ file: { type, name } }: Incoming): boolean {
  return type.startsWith("image/") || /\.(hei[cf]|avif|webp|jxl)$/i.test(name);
}
