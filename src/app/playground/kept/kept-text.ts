/** What is said of kept requests, in the reader's language. */

import { failureText, type Language, TAGS } from "../../../ui/index.ts";
import type { Words } from "../../words/words.ts";
import { jsonFaultText } from "../request/fault-text.ts";
import type { KeptReply } from "./kept-reply.ts";
import type { EntryFault, FileFault } from "./request-file.ts";
import { MAX_SAVED, type NotSaved } from "./saved.ts";

export const timeText = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(TAGS[language], { dateStyle: "short", timeStyle: "medium" }).format(at);

export function notSavedText(why: NotSaved, words: Words): string {
  return why.fault === "large" ? words.savedLarge(kilobytes(why.has), kilobytes(MAX_SAVED)) : words.savedFull;
}

const kilobytes = (characters: number) => Math.ceil(characters / 1000);

export function fileFaultText(fault: FileFault, words: Words): string {
  switch (fault.fault) {
    case "fileFormat":
      return words.importFormat(fault.about);
    case "fileVersion":
      return words.importVersion(fault.about);
    case "entryTarget":
      return words.entryTarget;
    default:
      return jsonFaultText(fault, words);
  }
}

export function entryFaultText({ place, fault }: EntryFault, words: Words): string {
  switch (fault.fault) {
    case "savedNameEmpty":
    case "savedNameLong":
    case "entryTarget":
    case "entryTime":
    case "entryNone":
      return `${place}: ${words[fault.fault]}`;
    default:
      return `${place}: ${jsonFaultText(fault, words)}`;
  }
}

/** Why a past call failed, in a line: as a whole, or its first instance that did. */
export function failureLine(reply: KeptReply | undefined, words: Words, language: Language): string {
  if (!reply) return "";
  const first = "failure" in reply ? reply : reply.answers.find((one) => "failure" in one);
  return first && "failure" in first ? failureText(first.failure, words, language).text : "";
}
