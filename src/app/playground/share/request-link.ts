/**
 * What is written, as a part of a link: `request=1.` and the instances' JSON in base64url. Chat programs end a link at
 * the first bracket, quote or Chinese letter, and this has none; whoever gets it reads it with `base64 -d`. It is not
 * packed: a small request gains little, and nothing can be blown up by it.
 */

import type { DraftInstance } from "../request/draft.ts";
import { draftsOfList, type JsonFault } from "../request/json-request.ts";
import { compactJson } from "../request/written-json.ts";

/** Characters of a whole link: longer ones are cut by chat programs and mail. */
export const MAX_LINK = 4096;

/** Characters that are read: none that was made here is as long. */
const MAX_READ = 16_384;

const FORM = "1";

export type LinkFault =
  | JsonFault
  /** It was made by a newer page. */
  | { fault: "linkForm"; about: string }
  /** Something of it was lost or changed on its way. */
  | { fault: "linkBroken" }
  | { fault: "linkLong"; has: number };

export function requestParam(instances: readonly DraftInstance[]): string {
  const bytes = new TextEncoder().encode(compactJson(instances));
  const chars = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `${FORM}.${btoa(chars).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** @param param what stands behind `request=`; it may hold anything */
export function readRequestParam(param: string): { instances: DraftInstance[] } | LinkFault {
  if (param.length > MAX_READ) return { fault: "linkLong", has: param.length };
  const [, form, content] = /^(\d{1,4})\.(.*)$/s.exec(param) ?? [];
  if (form === undefined) return { fault: "linkBroken" };
  if (form !== FORM) return { fault: "linkForm", about: form };
  let list: unknown;
  try {
    const chars = atob(content!.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(chars, (char) => char.charCodeAt(0));
    list = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { fault: "linkBroken" };
  }
  return draftsOfList(list);
}
