/** The files that were given, with all that is in dropped folders. */

import type { Incoming } from "../../photos/index.ts";
import type { Given } from "./given.ts";

/** In their order; what the system keeps in folders for itself is left out. */
export async function filesOf({ files, entries }: Given): Promise<Incoming[]> {
  if (!entries)
    return Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })).filter(
      ({ path }) => !isSystems(path),
    );
  const found = await Promise.all(entries.map(readableFilesOf));
  return found.flat().filter(({ path }) => !isSystems(path));
}

async function filesIn(entry: FileSystemEntry): Promise<Incoming[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ file, path: entry.fullPath.replace(/^\//, "") }];
  }
  const found: Incoming[] = [];
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) {
    // One after another: a folder may hold thousands.
    found.push(...(await readableFilesOf(inner)));
  }
  return found;
}

/** What can't be read, such as another user's folder, must not take along what can. */
function readableFilesOf(entry: FileSystemEntry): Promise<Incoming[]> {
  return filesIn(entry).catch(() => []);
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

/** Hidden files of a folder, which nobody who gives the folder knows of. */
function isSystems(path: string): boolean {
  return /\/(\.[^/]*|thumbs\.db|desktop\.ini)$/i.test(path);
}
