/** An error entry as a release sends it: from 1.5 on a long text is cut (protocol section 2.2). */

import { COMPLAINT_PREFIX, CUT_MARK, concat, type ErrorMessage, KEPT_BYTES } from "../../wire/index.ts";
import type { ReleaseRules } from "./release.ts";

export function errorMessage(code: number, text: string, { cutsTexts }: ReleaseRules): ErrorMessage {
  const bytes = new TextEncoder().encode(text);
  if (!cutsTexts) return { code, text };
  // A complaint about a tensor is cut before the input's name is put in front of it.
  const complaintAt = text.startsWith("Instances input ") ? text.indexOf(COMPLAINT_PREFIX) : -1;
  const before = complaintAt < 0 ? "" : text.slice(0, complaintAt + COMPLAINT_PREFIX.length);
  const head = new TextEncoder().encode(before);
  const cut = cutBytes(bytes.subarray(head.length));
  if (!cut) return { code, text };
  const sent = concat([head, cut]);
  return { code, text: new TextDecoder().decode(sent), bytes: sent };
}

/** By bytes: a character may end up in two halves, as it does in Serving. */
function cutBytes(text: Uint8Array): Uint8Array | undefined {
  if (text.length <= 2 * KEPT_BYTES) return undefined;
  const mark = new TextEncoder().encode(CUT_MARK);
  return concat([text.subarray(0, KEPT_BYTES), mark, text.subarray(text.length - KEPT_BYTES)]);
}
