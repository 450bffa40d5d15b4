/** What the page says beside its buttons: what is to be fixed, or what was done. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../words/words.ts";
import { countFaults, onlyUnlike } from "./request/read-request.ts";
import type { WrittenRequest } from "./request/written-request.ts";

/**
 * @param note what was done
 * @param sendAnyway sends what only the signature has something against: it may be wrong
 */
export function announcement(
  { faults, jsonFault }: WrittenRequest,
  note: string,
  words: Words,
  sendAnyway: (event: Event) => void,
): TemplateResult | string {
  const all = jsonFault?.fault === "inputs" && onlyUnlike(jsonFault.faults) ? jsonFault.faults : faults;
  const count = countFaults(all);
  if (count === 0) return note;
  return html`<span class="bad">${words.fixInputs(count)}</span>
    ${onlyUnlike(all) ? html`<button type="button" class="anyway" @click=${sendAnyway}>${words.sendAnyway}</button>` : ""}`;
}
