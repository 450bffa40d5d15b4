/** Requests that were saved by name, kept in this browser. Each has a key of its own: no tab overwrites another's. */

import { store } from "../../state/store.ts";
import { type Asked, isAsked, isTime, withoutFiles } from "./asked.ts";
import { forgetKept, hearOtherTabs, keysOfKept, readKept, writeKept } from "./storage.ts";

export interface SavedRequest extends Asked {
  name: string;
  /** When it was saved, in milliseconds since 1970. */
  at: number;
}

const PREFIX = "request:";

/** Characters of a name. */
export const MAX_NAME = 100;

/** Characters of a request: browsers keep some five million for a page. */
export const MAX_SAVED = 500_000;

/** By name. */
export const saved = store<readonly SavedRequest[]>([]);

export function startSaved(): void {
  takeKept();
  hearOtherTabs((key) => {
    if (key === null || key.startsWith(PREFIX)) takeKept();
  });
}

function takeKept(): void {
  const found = keysOfKept(PREFIX).flatMap((key) => {
    const request = readKept(key);
    return isSaved(request) && keyOf(request.name) === key ? [request] : [];
  });
  saved.set(found.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })));
}

const keyOf = (name: string) => `${PREFIX}${name}`;

function isSaved(value: unknown): value is SavedRequest {
  const { name, at } = (value ?? {}) as Record<string, unknown>;
  return typeof name === "string" && checkSavedName(name) === undefined && isTime(at) && isAsked(value);
}

export type SavedNameFault = "savedNameEmpty" | "savedNameLong";

export function checkSavedName(name: string): SavedNameFault | undefined {
  if (name.trim() === "") return "savedNameEmpty";
  return name.length > MAX_NAME ? "savedNameLong" : undefined;
}

/** The one of this name that is kept now, by whatever tab. */
export function savedAs(name: string): SavedRequest | undefined {
  const request = readKept(keyOf(name));
  return isSaved(request) ? request : undefined;
}

/** `large`: more than a request may have; `full`: the browser keeps no more, or nothing at all. */
export type NotSaved = { fault: "large"; has: number } | { fault: "full" };

/** In place of the one of this name. @returns why it could not be kept: what was kept before is there still */
export function save(request: SavedRequest): NotSaved | undefined {
  const kept = { ...request, instances: withoutFiles(request.instances) };
  const has = JSON.stringify(kept).length;
  if (has > MAX_SAVED) return { fault: "large", has };
  const isKept = writeKept(keyOf(request.name), kept);
  takeKept();
  return isKept ? undefined : { fault: "full" };
}

/** @returns why it has the old name still */
export function rename(request: SavedRequest, name: string): NotSaved | undefined {
  const fault = save({ ...request, name });
  if (!fault) remove(request.name);
  return fault;
}

export function remove(name: string): void {
  forgetKept(keyOf(name));
  takeKept();
}
