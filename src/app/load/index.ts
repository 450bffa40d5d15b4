/** The page Load. */

import { MethodFields } from "../method/method-fields.ts";
import type { Part } from "../parts/later-part.ts";
import { FilePicture } from "../playground/file-picture.ts";
import { InputEditor } from "../playground/input-editor.ts";
import { InstanceEditor } from "../playground/instance-editor.ts";
import { LoadPage } from "./load-page.ts";
import { LoadRequest } from "./load-request.ts";
import { LoadResults } from "./load-results.ts";
import { PlanFields } from "./plan-fields.ts";
import { StepTable } from "./step-table.ts";
import { TimeHistogram } from "./time-histogram.ts";
import { WidthChart } from "./width-chart.ts";

export const part: Part = {
  elements: {
    "app-file-picture": FilePicture,
    "app-input-editor": InputEditor,
    "app-instance-editor": InstanceEditor,
    "app-load-page": LoadPage,
    "app-load-request": LoadRequest,
    "app-load-results": LoadResults,
    "app-method-fields": MethodFields,
    "app-plan-fields": PlanFields,
    "app-step-table": StepTable,
    "app-time-histogram": TimeHistogram,
    "app-width-chart": WidthChart,
  },
  words: {
    en: async () => (await import("../words/en/load.ts")).loadEn,
    zh: async () => (await import("../words/zh/load.ts")).loadZh,
  },
};
