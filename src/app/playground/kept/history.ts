/** The last calls of the playground, kept in this browser: what was asked, without files and large values, and the reply. */

import { store } from "../../state/store.ts";
import type { DraftInstance } from "../request/draft.ts";
import { type Asked, isAsked, isTime, withoutFiles } from "./asked.ts";
import { isReply, type KeptReply } from "./kept-reply.ts";
import { forgetKept, hearOtherTabs, readKept, writeKept } from "./storage.ts";

export interface PastCall extends Asked {
  /** Milliseconds since 1970. */
  at: number;
  /** How it went. */
  failed: boolean;
  ms: number;
  /** Calls of earlier pages have none. */
  reply?: KeptReply;
}

const KEY = "history";
const MAX_CALLS = 50;
/** Longer texts are kept as their length only. */
const MAX_TEXT = 2000;
const MAX_INSTANCES = 20;

export const history = store<readonly PastCall[]>([]);

export function startHistory(): void {
  takeKept();
  hearOtherTabs((key) => {
    if (key === KEY || key === null) takeKept();
  });
}

const takeKept = () => history.set(readHistory(readKept(KEY)));

export function remember(call: PastCall): void {
  addCalls([{ ...call, instances: call.instances.slice(0, MAX_INSTANCES).map(compact) }]);
}

/** Puts calls among those that are kept, in the order of time. @returns how many there were not yet */
export function addCalls(calls: readonly PastCall[]): number {
  // Another tab may have kept a call meanwhile.
  const kept = readHistory(readKept(KEY));
  const before = kept.length > 0 ? kept : history.value;
  const known = new Set(before.map(idOf));
  const fresh = calls.filter((call) => !known.has(idOf(call)));
  keep([...fresh, ...before].sort((a, b) => b.at - a.at).slice(0, MAX_CALLS));
  return fresh.length;
}

const idOf = ({ at, servable, method, ms }: PastCall) => JSON.stringify([at, servable, method, ms]);

/** @returns puts them back */
export function clearHistory(): () => void {
  const before = history.value;
  history.set([]);
  forgetKept(KEY);
  return () => void addCalls(before);
}

function keep(calls: readonly PastCall[]): void {
  history.set(calls);
  // Where the storage is full the newest stay; where it is not allowed all last until the page is closed.
  for (let count = calls.length; count > 0; count = Math.floor(count / 2)) {
    if (writeKept(KEY, calls.slice(0, count))) return;
  }
}

/** Without what is large: a file is its name and size, a long text a file without content. */
export function compact(instance: DraftInstance): DraftInstance {
  return withoutFiles([instance])[0]!.map((draft) => {
    if (draft.text.length <= MAX_TEXT) return draft;
    return { ...draft, text: "", file: { name: "…", size: draft.text.length } };
  });
}

/** What of `kept` is a past call; a storage may hold anything. */
export function readHistory(kept: unknown): PastCall[] {
  if (!Array.isArray(kept)) return [];
  const calls = kept.filter(
    (call): call is PastCall =>
      isTime(call?.at) && typeof call.ms === "number" && typeof call.failed === "boolean" && isAsked(call),
  );
  return calls.map(({ reply, ...call }) => ({ ...call, ...(isReply(reply) && { reply }) }));
}
