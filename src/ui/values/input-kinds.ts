/** What an input of a method can be: the wire has numbers with a shape, text and bytes. */

import type { MethodWords } from "../words/en/method.ts";

export const KINDS = ["tensor", "scalar", "string", "bytes"] as const;

export type InputKind = (typeof KINDS)[number];

/** In the reader's language. */
export function kindText(kind: InputKind | "image", words: MethodWords): string {
  const { kindTensor: tensor, kindScalar: scalar, kindString: string, kindBytes: bytes, kindImage } = words;
  return { tensor, scalar, string, bytes, image: kindImage }[kind];
}
