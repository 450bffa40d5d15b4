/**
 * Error texts that Serving cut: from release 1.5 on, what is longer than 384 bytes is its first 192 bytes, `...`, and
 * its last 192, wherever characters begin and end (docs/protocol.md, section 2.2).
 */

import { decodeUtf8 } from "./utf8.ts";

/** What is left of a text that Serving cut in the middle, in whole characters. */
export interface CutText {
  /** What stands before the cut. */
  start: string;
  /** What stands after it. */
  end: string;
}

/** Bytes that Serving keeps at each end. */
export const KEPT_BYTES = 192;

/** What Serving puts in the place of what it took out. */
export const CUT_MARK = "...";

/** A complaint about a tensor, which is cut on its own, follows the input's name, which may be of any length. */
export const COMPLAINT_PREFIX = "check failed, detail: ";

const CUT_LENGTH = 2 * KEPT_BYTES + CUT_MARK.length;

/**
 * The two ends of an error text that was cut; `undefined` for a whole one. A longer text is never sent uncut, and one
 * of just this length with the mark at just this place is not known to be anything else.
 */
export function cutOf(text: Uint8Array): CutText | undefined {
  const before = text.length - CUT_LENGTH;
  if (before < 0) return undefined;
  const cutAt = before + KEPT_BYTES;
  const endAt = cutAt + CUT_MARK.length;
  if (decodeUtf8(text.subarray(cutAt, endAt)) !== CUT_MARK) return undefined;
  if (before > 0 && !decodeUtf8(text.subarray(0, before)).endsWith(COMPLAINT_PREFIX)) return undefined;
  return { start: wholeStart(text.subarray(0, cutAt)), end: wholeEnd(text.subarray(endAt)) };
}

/** Without the bytes of a character that was cut in two. */
function wholeStart(bytes: Uint8Array): string {
  // A decoder that waits for more keeps back an incomplete character.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true });
}

/** As `wholeStart`, of the other half: a character has up to three bytes after its first. */
function wholeEnd(bytes: Uint8Array): string {
  let from = 0;
  while (from < 3 && (bytes[from]! & 0xc0) === 0x80) from++;
  return decodeUtf8(bytes.subarray(from));
}
