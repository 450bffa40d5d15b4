/** The files that were given, with all that is in dropped folders. */

import type { Incoming } from "../../photos/index.ts";
import type { Given } from "./given.ts";

/** Files asked for at a time: a folder may hold thousands, and each is a question to another process. */
const AT_A_TIME = 64;

/** In their order, some at a time; what the system keeps in folders for itself is left out. */
export async function* filesOf({ files, entries }: Given): AsyncGenerator<Incoming[], void> {
  if (entries) yield* filesAmong(entries);
  else
    yield Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })).filter(
      isWanted,
    );
}

async function* filesAmong(entries: readonly FileSystemEntry[]): AsyncGenerator<Incoming[], void> {
  let some: FileSystemEntry[] = [];
  for (const entry of entries) {
    if (entry.isFile) some.push(entry);
    if (entry.isFile && some.length < AT_A_TIME) continue;
    yield filesBehind(some);
    some = [];
    // What can't be read, such as another user's folder, must not take along what can.
    if (entry.isDirectory)
      yield* filesAmong(await entriesOf(entry as FileSystemDirectoryEntry).catch(() => []));
  }
  yield filesBehind(some);
}

async function filesBehind(entries: readonly FileSystemEntry[]): Promise<Incoming[]> {
  const files = await Promise.all(
    entries.map(async (entry) => {
      const file = await new Promise<File>((done, fail) =>
        (entry as FileSystemFileEntry).file(done, fail),
      ).catch(() => undefined);
      return file && { file, path: entry.fullPath.replace(/^\//, "") };
    }),
  );
  return files.filter((one) => one !== undefined).filter(isWanted);
}

/** Such as cameras, phones and programs write. */
const PICTURE = /\.(jpe?g|png|webp|gif|avif|bmp|tiff?|hei[cf])$/i;

/**
 * A reader gives a folder's entries in parts, the last of which is empty; here by name, those that are called pictures
 * first: among thousands of others they need not wait.
 */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) break;
    all.push(...part);
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  all.sort((a, b) => compare(a.name, b.name));
  const isCalledPicture = ({ name }: FileSystemEntry) => PICTURE.test(name);
  return [...all.filter(isCalledPicture), ...all.filter((entry) => !isCalledPicture(entry))];
}

/** No hidden file of a folder, which nobody who gives the folder knows of. */
function isWanted({ path }: Incoming): boolean {
  return !/\/(\.[^/]*|thumbs\.db|desktop\.ini)$/i.test(path);
}
