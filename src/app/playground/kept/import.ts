/** Requests of a file, put among those that are saved: nothing that is there is overwritten unasked. */

import { compactJson } from "../request/written-json.ts";
import type { Asked } from "./asked.ts";
import { MAX_NAME, type NotSaved, type SavedRequest, save, savedAs } from "./saved.ts";

export interface Sorted {
  fresh: SavedRequest[];
  /** As many are there already, the same. */
  same: number;
  /** Of a name that another request has. */
  clashing: SavedRequest[];
}

export function sortImport(requests: readonly SavedRequest[]): Sorted {
  const sorted: Sorted = { fresh: [], same: 0, clashing: [] };
  const coming = new Map<string, SavedRequest>();
  for (const request of requests) {
    const other = savedAs(request.name) ?? coming.get(request.name);
    if (!other) {
      coming.set(request.name, request);
      sorted.fresh.push(request);
    } else if (saysSame(other, request)) sorted.same++;
    else sorted.clashing.push(request);
  }
  return sorted;
}

/** Numbers may be written in several ways. */
const saysSame = (one: Asked, other: Asked) => textOf(one) === textOf(other);

const textOf = ({ servable, method, version, instances }: Asked) =>
  JSON.stringify([servable, method, version, compactJson(instances)]);

/** Saves all as far as there is room. @returns what was not saved, and why */
export function saveAll(requests: readonly SavedRequest[]): { request: SavedRequest; why: NotSaved }[] {
  return requests.flatMap((request) => {
    const why = save(request);
    return why ? [{ request, why }] : [];
  });
}

/** Under names that are free, such as `two photos (2)`. */
export function saveBeside(requests: readonly SavedRequest[]): { request: SavedRequest; why: NotSaved }[] {
  return requests.flatMap((request) => saveAll([{ ...request, name: freeName(request.name) }]));
}

function freeName(name: string): string {
  for (let n = 2; ; n++) {
    const end = ` (${n})`;
    const free = name.slice(0, MAX_NAME - end.length) + end;
    if (!savedAs(free)) return free;
  }
}
