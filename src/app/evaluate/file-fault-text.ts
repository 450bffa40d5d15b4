/** What is wrong with a file of labels or names, in the reader's language. */

import type { FileFault } from "../../evaluation/index.ts";
import type { Words } from "../words/words.ts";

export function faultText({ fault, line, about }: FileFault, words: Words): string {
  const texts: Record<FileFault["fault"], string> = {
    quote: words.evalFaultQuote,
    fields: words.evalFaultFields(Number(about)),
    empty: words.evalFaultEmpty,
    twice: words.evalFaultTwice(about),
    json: words.evalFaultJson,
  };
  return words.evalFaultLine(line, texts[fault]);
}
