/** Names of pictures that come without one: out of the clipboard, or written into their address. */

/** Browsers call every copied picture so. */
const NAMELESS = /^(image\.\w+)?$/i;

/** A file of that name, copied in a folder, is older. */
const JUST_NOW_MS = 10_000;

const given = new Map<string, number>();

/**
 * The file under a name with the time of day, where it has none of its own.
 * @param nameOf the name of a picture that was pasted at this time
 */
export function withName(file: File, nameOf: (time: string) => string): File {
  const isNew = Math.abs(Date.now() - file.lastModified) < JUST_NOW_MS;
  if (!(NAMELESS.test(file.name) && isNew)) return file;
  return new File([file], pictureName(file.type, nameOf), { type: file.type });
}

/** @returns such as "Pasted image 14:03:21.png"; a second one of that second has a number */
export function pictureName(type: string, nameOf: (time: string) => string): string {
  const name = nameOf(new Date().toTimeString().slice(0, 8));
  const count = (given.get(name) ?? 0) + 1;
  given.clear();
  given.set(name, count);
  return `${name}${count > 1 ? ` (${count})` : ""}.${endingOf(type)}`;
}

/** Ending of a file's name by its media type. */
export function endingOf(type: string): string {
  const kind = type.replace(/^image\/(x-)?/, "").replace(/\+.*$/, "");
  return kind === "jpeg" ? "jpg" : kind;
}
