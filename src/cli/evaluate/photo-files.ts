/** The photos below a folder, by name; none is opened. */

import { readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../options/option-values.ts";

export interface PhotoFile {
  /** Below the folder, with `/` between its parts. */
  path: string;
  /** Where it lies. */
  file: string;
}

interface Found {
  photos: PhotoFile[];
  /** Other files, hidden ones left out. */
  others: number;
}

/** What Serving's decoder reads, and what people take for such: the server says so of the photo. */
const PHOTO = /\.(jpe?g|jpe|jfif|png|bmp|tiff?|webp|gif|hei[cf]|avif)$/i;

/** Follows links, but never into a folder that it is in. @throws UsageError */
export function photosBelow(folder: string): Found {
  const found: Found = { photos: [], others: 0 };
  try {
    collect(folder, "", found, new Set());
  } catch (error) {
    throw new UsageError(`${folder} can't be read: ${(error as Error).message}`);
  }
  return found;
}

function collect(folder: string, path: string, found: Found, above: ReadonlySet<string>): void {
  const place = realpathSync(folder);
  if (above.has(place)) return;
  for (const name of readdirSync(folder).sort()) {
    if (name.startsWith(".")) continue;
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) collect(file, `${path}${name}/`, found, new Set([...above, place]));
    else if (PHOTO.test(name)) found.photos.push({ path: path + name, file });
    else found.others++;
  }
}
