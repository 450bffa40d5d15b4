/** Photos of a run with what is written below them. */

import { className, type Mapping } from "../../evaluation/index.ts";
import { type Language, numberFormat } from "../../ui/index.ts";
import type { Words } from "../words/words.ts";
import type { Evaluation } from "./evaluation.ts";
import type { JudgedPhoto } from "./judged-photos.ts";

export function shownPhotos(
  { run, set }: Evaluation,
  mapping: Mapping,
  numbers: readonly number[],
  words: Words,
  language: Language,
): JudgedPhoto[] {
  const format = numberFormat(language, { maximumSignificantDigits: 3 });
  return numbers.map((number) => {
    const label = run.labels.texts[run.labelOf(number)];
    const score = run.scoreOf(number);
    const said = label === undefined ? (run.failureOf(number)?.text ?? words.evalNoAnswer) : label;
    const truth = run.truthOf(number);
    return {
      number,
      path: run.paths[number]!,
      file: set.photos[number]!.file,
      lines: [
        {
          text:
            label === undefined || Number.isNaN(score) ? said : words.evalSays(said, format.format(score)),
        },
        ...(truth < 0 ? [] : [{ text: words.evalShows(className(run, mapping, truth)), quiet: true }]),
      ],
    };
  });
}
