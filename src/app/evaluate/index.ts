/** The page Evaluate. */

import { MethodFields } from "../method/method-fields.ts";
import type { Part } from "../parts/later-part.ts";
import { MetadataEditor } from "../place/metadata-editor.ts";
import { ClassTable } from "./class-table.ts";
import { ComparisonView } from "./comparison-view.ts";
import { ConfusedPairs } from "./confused-pairs.ts";
import { ConfusionMatrix } from "./confusion-matrix.ts";
import { ConfusionOverview } from "./confusion-overview.ts";
import { EvaluatePage } from "./evaluate-page.ts";
import { JudgedPhotos } from "./judged-photos.ts";
import { NameMapping } from "./name-mapping.ts";
import { NextRun } from "./next-run.ts";
import { RunBar } from "./run-bar.ts";
import { RunResults } from "./run-results.ts";
import { SetIntake } from "./set-intake.ts";
import { SmallPhoto } from "./small-photo.ts";

export const part: Part = {
  elements: {
    "app-class-table": ClassTable,
    "app-comparison-view": ComparisonView,
    "app-confused-pairs": ConfusedPairs,
    "app-confusion-matrix": ConfusionMatrix,
    "app-confusion-overview": ConfusionOverview,
    "app-evaluate-page": EvaluatePage,
    "app-judged-photos": JudgedPhotos,
    "app-metadata-editor": MetadataEditor,
    "app-method-fields": MethodFields,
    "app-name-mapping": NameMapping,
    "app-next-run": NextRun,
    "app-run-bar": RunBar,
    "app-run-results": RunResults,
    "app-set-intake": SetIntake,
    "app-small-photo": SmallPhoto,
  },
  words: {
    en: async () => (await import("../words/en/evaluate.ts")).evaluateEn,
    zh: async () => (await import("../words/zh/evaluate.ts")).evaluateZh,
  },
};
