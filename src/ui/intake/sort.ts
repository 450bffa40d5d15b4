/** Which of the files that were given are photos. */

import { loadImages } from "../../library/index.ts";
import type { Incoming } from "../../photos/index.ts";

/** Heads read at a time. */
const AT_A_TIME = 32;

/** The type of what is no photo. */
const NONE = "none";

/** Kinds of pictures for which some systems know no type. */
const ENDINGS = /\.(hei[cf]|avif|webp|jxl|jp2|psd|dng|cr[23]|nef|arw|orf|rw2|raf)$/i;

/**
 * Tells photos as it finds them: at once those that are known by the type which the browser gave them; when all that was
 * given is known, those that are photos by their first bytes, whatever their name says.
 * @param isWanted what the page takes of whatever kind
 * @returns the others, in their order
 */
export async function sortOut(
  given: AsyncIterable<readonly Incoming[]>,
  isWanted: ((file: File) => boolean) | undefined,
  tell: (photos: readonly Incoming[]) => void,
): Promise<Incoming[]> {
  const isNamed = ({ file }: Incoming) => isNamedPhoto(file) || isWanted?.(file) === true;
  const doubtful: Incoming[] = [];
  for await (const some of given) {
    const named = some.filter(isNamed);
    if (named.length > 0) tell(named);
    doubtful.push(...some.filter((one) => !isNamed(one)));
  }
  const types = await typesOf(doubtful);
  const photos = doubtful.flatMap((one, i) => (types[i] === NONE ? [] : [ofType(one, types[i]!)]));
  if (photos.length > 0) tell(photos);
  return doubtful.filter((_, i) => types[i] === NONE);
}

function isNamedPhoto({ type, name }: File): boolean {
  return type.startsWith("image/") || ENDINGS.test(name);
}

/** By their first bytes. What can't be read has a card of its own, which says so. */
async function typesOf(files: readonly Incoming[]): Promise<string[]> {
  if (files.length === 0) return [];
  const { readMediaType } = await loadImages();
  const types: string[] = [];
  const waiting = files.entries();
  const work = async () => {
    for (const [i, { file }] of waiting) {
      types[i] = await readMediaType(file).then(
        (type) => (type.startsWith("image/") ? type : NONE),
        () => file.type,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return types;
}

/** With the type of what it is: by the one of its name it would be refused later. */
function ofType({ file, path }: Incoming, type: string): Incoming {
  const { name, lastModified } = file;
  return { file: type === file.type ? file : new File([file], name, { type, lastModified }), path };
}
