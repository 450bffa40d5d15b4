/** Headers that a caller gives, checked. */

import { describe } from "../../tensor/index.ts";

/** @throws TypeError that names the header, never its value, which may be a secret */
export function checkMetadata(metadata: Readonly<Record<string, string>> = {}): Record<string, string> {
  const checked: Record<string, string> = {};
  if (typeof metadata !== "object" || metadata === null || Symbol.iterator in metadata) {
    throw new TypeError(`metadata is ${describe(metadata)}: give an object, { authorization: "…" }`);
  }
  for (const [name, value] of Object.entries(metadata)) {
    try {
      if (typeof value !== "string") throw new TypeError();
      new Headers({ [name]: value });
    } catch {
      throw new TypeError(
        `metadata ${JSON.stringify(name)}: invalid header name or value: use only characters that HTTP allows`,
      );
    }
    checked[name.toLowerCase()] = value;
  }
  return checked;
}
