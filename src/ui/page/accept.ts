/** Which files a reader may give, as `<input accept>` has it. */

import { type Failure, refusedFile } from "../../failures/index.ts";

/** What photos are, as far as a type tells. */
export const IMAGES = "image/*";

/** What keeps a file out: a type that `accept` does not list. One whose type the browser does not know may pass. */
export function refusalOf(accept: string): (file: File) => Failure | undefined {
  const wanted = accept
    .split(",")
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== "" && one !== "*/*");
  return ({ name, type }) => {
    if (wanted.length === 0 || wanted.some((one) => matches(one, name.toLowerCase(), type.toLowerCase()))) {
      return undefined;
    }
    return refusedFile(type, accept);
  };
}

function matches(wanted: string, name: string, type: string): boolean {
  if (wanted.startsWith(".")) return name.endsWith(wanted);
  if (type === "") return true;
  return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
