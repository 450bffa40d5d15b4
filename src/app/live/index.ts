/** The page Live. */

import type { Part } from "../parts/later-part.ts";
import { LivePage } from "./live-page.ts";

export const part: Part = {
  elements: { "app-live-page": LivePage },
  words: {
    en: async () => (await import("../words/en/live.ts")).liveEn,
    zh: async () => (await import("../words/zh/live.ts")).liveZh,
  },
};
