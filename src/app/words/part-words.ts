/** The words of all parts of the page that come later than its first paint. */

import { addWords } from "./add.ts";
import { playgroundWords } from "./playground.ts";
import { settingsWords } from "./settings.ts";
import { viewerWords } from "./viewer.ts";

export const PART_WORDS = [settingsWords, addWords, playgroundWords, viewerWords] as const;

export type PartWords = typeof settingsWords & typeof addWords & typeof playgroundWords & typeof viewerWords;
