/**
 * Requests as a JSON file. One request:
 *
 *     {"format": "mindspore-serving-web/request", "formatVersion": 1,
 *      "servable": "add", "method": "add_common", "version": "0", "instances": [{"x1": [[1, 2]]}]}
 *
 * and those that were saved, with past calls: `"format": "mindspore-serving-web/requests"`, `"requests"`: a list of
 * such requests with `"name"` and `"saved"`, and `"history"`: with `"at"`, `"ms"`, `"failed"` and `"reply"`. Instances
 * are in the form of Serving's RESTful service (../request/json-request.ts). Neither address nor headers are in it.
 */

import type { DraftInstance } from "../request/draft.ts";
import { draftsOfList, type JsonFault } from "../request/json-request.ts";
import { type Asked, isTarget } from "./asked.ts";
import { type PastCall, readHistory } from "./history.ts";
import type { KeptReply } from "./kept-reply.ts";
import { checkSavedName, MAX_NAME, type SavedNameFault, type SavedRequest } from "./saved.ts";

export const ONE = "mindspore-serving-web/request";
export const MANY = "mindspore-serving-web/requests";
export const VERSION = 1;

/** What is wrong with an entry of a file, and where: `requests[2] “two photos”`. */
export interface EntryFault {
  place: string;
  fault: JsonFault | { fault: SavedNameFault | "entryTarget" | "entryTime" | "entryNone" };
}

export type FileFault =
  | JsonFault
  | { fault: "fileFormat"; about: string }
  | { fault: "fileVersion"; about: string }
  | { fault: "entryTarget" };

export type RequestFile =
  /** Whom it asks is not said where the file has instances alone. */
  | { instances: readonly DraftInstance[]; target?: Omit<Asked, "instances"> }
  | { requests: SavedRequest[]; history: PastCall[]; faults: EntryFault[] };

type Dict = Record<string, unknown>;

const isDict = (value: unknown): value is Dict =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What `text` holds; of several requests those that are sound, and what is wrong with the others. */
export function readRequestFile(text: string): RequestFile | FileFault {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return { fault: "noJson", about: (error as Error).message };
  }
  if (!isDict(given) || !("format" in given)) {
    const list = isDict(given) ? given.instances : given;
    return Array.isArray(list) ? draftsOfList(list) : { fault: "fileFormat", about: "" };
  }
  const { format, formatVersion } = given;
  if (format !== ONE && format !== MANY) return { fault: "fileFormat", about: String(format) };
  if (formatVersion !== VERSION) return { fault: "fileVersion", about: String(formatVersion) };
  return format === ONE ? readOne(given) : readMany(given);
}

function readOne(given: Dict): RequestFile | FileFault {
  const target = targetOf(given);
  if (!target) return { fault: "entryTarget" };
  const read = draftsOfList(given.instances);
  return "fault" in read ? read : { ...read, target };
}

function targetOf({ servable, method, version = "0" }: Dict): Omit<Asked, "instances"> | undefined {
  const target = { servable, method, version: typeof version === "number" ? String(version) : version };
  return isTarget(target) ? target : undefined;
}

function readMany({ requests = [], history = [] }: Dict): RequestFile {
  const faults: EntryFault[] = [];
  const read = <T>(name: string, list: unknown, entryOf: (given: Dict) => T | EntryFault["fault"]): T[] => {
    const entries: unknown[] = Array.isArray(list) ? list : [list];
    return entries.flatMap((given, i) => {
      const about =
        isDict(given) && typeof given.name === "string" ? ` “${given.name.slice(0, MAX_NAME)}”` : "";
      const entry = isDict(given) ? entryOf(given) : ({ fault: "entryNone" } as const);
      if (!(typeof entry === "object" && entry !== null && "fault" in entry)) return [entry as T];
      faults.push({ place: `${name}[${i}]${about}`, fault: entry as EntryFault["fault"] });
      return [];
    });
  };
  return {
    requests: read("requests", requests, savedOf),
    history: read("history", history, pastCallOf),
    faults,
  };
}

function askedOf(given: Dict): Asked | EntryFault["fault"] {
  const target = targetOf(given);
  if (!target) return { fault: "entryTarget" };
  const read = draftsOfList(given.instances);
  return "fault" in read ? read : { ...target, ...read };
}

function savedOf(given: Dict): SavedRequest | EntryFault["fault"] {
  const asked = askedOf(given);
  if ("fault" in asked) return asked;
  const name = typeof given.name === "string" ? given.name.trim() : "";
  const fault = checkSavedName(name);
  if (fault) return { fault };
  // A list that somebody wrote need not say when.
  const at = Date.parse(String(given.saved));
  return { ...asked, name, at: Number.isNaN(at) ? Date.now() : at };
}

function pastCallOf(given: Dict): PastCall | EntryFault["fault"] {
  const asked = askedOf(given);
  if ("fault" in asked) return asked;
  const { ms, failed, reply } = given;
  const call = {
    ...asked,
    at: Date.parse(String(given.at)),
    ms,
    failed,
    ...(isDict(reply) && { reply: reply as KeptReply }),
  };
  const [sound] = readHistory([call]);
  return sound ?? { fault: "entryTime" };
}
