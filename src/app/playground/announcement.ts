/** What the page says beside its buttons: what is to be fixed, or what was done. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../words/words.ts";
import { countFaults, onlyUnlike } from "./request/read-request.ts";
import type { WrittenRequest } from "./request/written-request.ts";

/** What was done, or could not be. */
export interface Note {
  text: string;
  isBad?: boolean;
  /** Takes it back, where that can be done. */
  undo?: (() => void) | undefined;
}

/** @param sendAnyway sends what only the signature has something against: it may be wrong */
export function announcement(
  { faults, jsonFault }: WrittenRequest,
  note: Note | undefined,
  words: Words,
  sendAnyway: (event: Event) => void,
): TemplateResult | string {
  const all = jsonFault?.fault === "inputs" && onlyUnlike(jsonFault.faults) ? jsonFault.faults : faults;
  const count = countFaults(all);
  if (count > 0) {
    return html`<span class="bad">${words.fixInputs(count)}</span>
    ${onlyUnlike(all) ? html`<button type="button" class="anyway" @click=${sendAnyway}>${words.sendAnyway}</button>` : ""}`;
  }
  if (!note) return "";
  const { text, isBad, undo } = note;
  return html`<span class=${isBad ? "bad" : ""}>${text}</span>
    ${undo ? html`<button type="button" class="anyway" @click=${undo}>${words.undo}</button>` : ""}`;
}
