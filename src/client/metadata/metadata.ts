/** Headers that a caller gives, as an object or as a function that is asked for them, checked. */

import { describe } from "../../tensor/index.ts";

/** Headers of calls, by name. */
export type MetadataHeaders = Readonly<Record<string, string>>;

/** What a function that gives metadata is told. */
export interface MetadataRequest {
  /**
   * Whether the last call with what the function gave was refused (kind `unauthorized`), so that the same headers
   * would be refused again: get a new token.
   */
  readonly refused: boolean;
}

/**
 * Headers of calls, or what gives them: asked before every call and every try of it, so that a token may change.
 * Calls that ask at the same time share one answer, also those of several clients with one function; nothing is kept
 * longer. What it throws, and a header that HTTP does not allow, ends the call with an error of kind `unauthorized`
 * that begins with "metadata".
 */
export type MetadataSource =
  | MetadataHeaders
  | ((request: MetadataRequest) => MetadataHeaders | undefined | PromiseLike<MetadataHeaders | undefined>);

/** The object checked; a function as it is, since only its answers can be. @throws TypeError as {@link checkHeaders} */
export function checkMetadata(metadata?: MetadataSource): MetadataSource {
  return typeof metadata === "function" ? metadata : checkHeaders(metadata);
}

/** @throws TypeError that names the header, never its value, which may be a secret */
export function checkHeaders(metadata: MetadataHeaders = {}): Record<string, string> {
  const checked: Record<string, string> = {};
  if (typeof metadata !== "object" || metadata === null || Symbol.iterator in metadata) {
    // The commonest slip is a token alone, which no error may quote.
    const given = typeof metadata === "string" ? "a string" : describe(metadata);
    throw new TypeError(`metadata is ${given}: give an object, { authorization: "…" }`);
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
