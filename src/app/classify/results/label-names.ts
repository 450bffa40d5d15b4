/** Names of ImageNet's labels in the reader's language; English needs none. */

import { once } from "../../../library/index.ts";
import { firstName } from "../../../photos/index.ts";
import type { Language } from "../../../ui/index.ts";

/** What a label is called; empty where no name is known. */
export type NameOf = (label: string) => string;

export const noNames: NameOf = () => "";

const chinese = once(async () => {
  const { english, chinese } = await import("./chinese-names.ts");
  return namesByLabel(english, chinese);
});

/** The names as a chunk of its own, once; none in English, and none where they can't be loaded. */
export async function labelNames(language: Language): Promise<NameOf> {
  return language === "zh" ? chinese().catch(() => noNames) : noNames;
}

/**
 * By a class's whole label ("tabby, tabby cat") and by its first synonym, since some servables give only that. A
 * label is not a key: "crane" is a bird and a machine, and then both are said.
 */
export function namesByLabel(labels: readonly string[], names: readonly string[]): NameOf {
  const byLabel = new Map<string, Set<string>>();
  for (const [i, label] of labels.entries()) {
    for (const key of new Set([label, firstName(label)])) {
      const known = byLabel.get(key);
      if (known) known.add(firstName(names[i]!));
      else byLabel.set(key, new Set([firstName(names[i]!)]));
    }
  }
  return (label) => [...(byLabel.get(label.trim()) ?? [])].join(" / ");
}
