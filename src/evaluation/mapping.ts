/** From the names of folders, or of a table, to what the model calls its classes. */

/** Why a name has no label. `ambiguous`: several labels fit as well. `unknown`: none of those that the model gave. */
interface Unmapped {
  name: string;
  why: "ambiguous" | "unknown";
  /** Those that fit as well. */
  labels: readonly string[];
}

export interface Mapping {
  /** By the name's number, the label's; -1 where there is none. */
  readonly labelOf: Int32Array;
  readonly unmapped: readonly Unmapped[];
}

/**
 * A name is a label's where it is the same text; else the same but for case and for what stands between words (`_`, `-`,
 * blanks); else the same, so read, as one of the synonyms between its commas. In this order, and only where one label
 * fits. A server does not tell its classes: labels are those that it gave in answers, and those that its signature tells.
 *
 * @param given by name, what somebody says it is called: a label, or one of its synonyms
 */
export function mapNames(
  names: readonly string[],
  labels: readonly string[],
  given: ReadonlyMap<string, string> = new Map(),
): Mapping {
  const known = indexOf(labels);
  const labelOf = new Int32Array(names.length).fill(-1);
  const unmapped: Unmapped[] = [];
  for (const [i, name] of names.entries()) {
    const fitting = labelsLike(given.get(name) ?? name, known);
    if (fitting.length === 1) labelOf[i] = fitting[0]!;
    else
      unmapped.push({
        name,
        why: fitting.length > 1 ? "ambiguous" : "unknown",
        labels: fitting.map((id) => labels[id]!),
      });
  }
  return { labelOf, unmapped };
}

interface KnownLabels {
  same: ReadonlyMap<string, readonly number[]>;
  folded: ReadonlyMap<string, readonly number[]>;
  synonyms: ReadonlyMap<string, readonly number[]>;
}

function indexOf(labels: readonly string[]): KnownLabels {
  const by = (textsOf: (label: string) => readonly string[]) => {
    const ids = new Map<string, number[]>();
    for (const [id, label] of labels.entries()) {
      for (const text of new Set(textsOf(label))) ids.set(text, [...(ids.get(text) ?? []), id]);
    }
    return ids;
  };
  return {
    same: by((label) => [label]),
    folded: by((label) => [fold(label)]),
    synonyms: by((label) => label.split(",").map(fold)),
  };
}

function labelsLike(name: string, { same, folded, synonyms }: KnownLabels): readonly number[] {
  return same.get(name) ?? folded.get(fold(name)) ?? synonyms.get(fold(name)) ?? [];
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
