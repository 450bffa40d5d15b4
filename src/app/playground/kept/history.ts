/** The last calls of the playground, kept in this browser: what was asked, without files and large values. */

import { KINDS } from "../../../ui/index.ts";
import type { Target } from "../../serving/client-for.ts";
import { store } from "../../state/store.ts";
import { type Draft, type DraftInstance, emptyDraft } from "../request/draft.ts";

export interface PastCall extends Target {
  /** Milliseconds since 1970. */
  at: number;
  instances: readonly DraftInstance[];
  /** How it went. */
  failed: boolean;
  ms: number;
}

const KEY = "history";
const MAX_CALLS = 50;
/** Longer texts are kept as their length only. */
const MAX_TEXT = 2000;
const MAX_INSTANCES = 20;

export const history = store<readonly PastCall[]>([]);

export function startHistory(): void {
  try {
    history.set(readHistory(JSON.parse(localStorage.getItem(KEY) ?? "[]")));
  } catch {
    // Nothing was kept, or it isn't ours.
  }
}

export function remember(call: PastCall): void {
  keep(
    [{ ...call, instances: call.instances.slice(0, MAX_INSTANCES).map(compact) }, ...history.value].slice(
      0,
      MAX_CALLS,
    ),
  );
}

export function clearHistory(): void {
  keep([]);
}

function keep(calls: readonly PastCall[]): void {
  history.set(calls);
  try {
    if (calls.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(calls));
  } catch {
    // Full, or not allowed: then it lasts until the page is closed.
  }
}

/** Without what is large: a file is its name and size, a long text a file without content. */
export function compact(instance: DraftInstance): DraftInstance {
  return instance.map((draft) => {
    if (draft.file) return { ...draft, file: { name: draft.file.name, size: draft.file.size } };
    if (draft.text.length <= MAX_TEXT) return draft;
    return { ...draft, text: "", file: { name: "…", size: draft.text.length } };
  });
}

/** Names of the inputs whose content was not kept. */
export function missing(instances: readonly DraftInstance[]): string[] {
  const names = instances.flatMap((instance) =>
    instance.filter((draft) => draft.file && !(draft.file instanceof Blob)).map(({ name }) => name),
  );
  return [...new Set(names)];
}

/** What of `kept` is a past call; a storage may hold anything. */
export function readHistory(kept: unknown): PastCall[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (call): call is PastCall =>
      typeof call?.at === "number" &&
      typeof call.ms === "number" &&
      typeof call.failed === "boolean" &&
      [call.servable, call.method].every((name) => typeof name === "string" && name !== "") &&
      /^\d{1,20}$/.test(call.version) &&
      Array.isArray(call.instances) &&
      call.instances.every((instance: unknown) => Array.isArray(instance) && instance.every(isDraft)),
  );
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Record<string, unknown> | null;
  const texts = Object.keys(emptyDraft("")) as (keyof Draft)[];
  return (
    typeof draft === "object" &&
    draft !== null &&
    texts.every((name) => typeof draft[name] === "string") &&
    KINDS.includes(draft.kind as Draft["kind"])
  );
}
