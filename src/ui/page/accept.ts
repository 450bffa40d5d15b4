/** Which files a reader may give, as `<input accept>` has it. */

import { type Failure, refusedFile } from "../../failures/index.ts";

/** What photos are, as far as a type tells. */
export const IMAGES = "image/*";

/** What keeps a file out: a type that `accept` does not list. One whose type the browser does not know may pass. */
export function refusalOf(accept: string): (file: File) => Failure | undefined {
  const mayPass = listOf(accept).some((one) => !one.startsWith("."));
  return (file) =>
    isListed(accept, file) || (file.type === "" && mayPass) ? undefined : refusedFile(file.type, accept);
}

/** Whether `accept` lists the file's type or ending; an empty one lists all. */
export function isListed(accept: string, { name, type }: File): boolean {
  const wanted = listOf(accept);
  return wanted.length === 0 || wanted.some((one) => matches(one, name.toLowerCase(), type.toLowerCase()));
}

function listOf(accept: string): string[] {
  return accept
    .split(",")
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== "" && one !== "*/*");
}

function matches(wanted: string, name: string, type: string): boolean {
  if (wanted.startsWith(".")) return name.endsWith(wanted);
  return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
