/** What is wrong with a link's request, in the reader's language. */

import type { Words } from "../../words/words.ts";
import { jsonFaultText } from "../request/fault-text.ts";
import type { LinkFault } from "./request-link.ts";

export function linkFaultText(fault: LinkFault, words: Words): string {
  switch (fault.fault) {
    case "linkForm":
      return words.linkForm(fault.about);
    case "linkBroken":
      return words.linkBroken;
    case "linkLong":
      return words.linkLong(fault.has);
    default:
      return jsonFaultText(fault, words);
  }
}
