/** Which photos are shown, and in which order: searched, filtered, grouped, sorted. */

import { isOpen, type Photo } from "../../../photos/index.ts";
import { isUnsure, outputsLine } from "../../../ui/index.ts";
import { shownLabels } from "../photo/shown-labels.ts";

export const SHOWN = ["all", "open", "done", "failed"] as const;
export const GROUPINGS = ["none", "label", "state"] as const;
/** Of the best label's share in percent, at least. */
const SHARES = ["50", "75", "90"] as const;
export const CERTAINTIES = ["any", "unsure", ...SHARES] as const;
export const ORDERS = ["added", "name", "label", "score"] as const;

export interface Arrangement {
  /** Searched in labels, all of them and in the page's language too, in the outputs of answers without labels, and in file names. */
  query: string;
  show: (typeof SHOWN)[number];
  /** How sure the model is of the best label; all but `any` leave out what has no label, or scores that are no shares. */
  sure: (typeof CERTAINTIES)[number];
  group: (typeof GROUPINGS)[number];
  order: (typeof ORDERS)[number];
}

export const AS_ADDED: Arrangement = { query: "", show: "all", sure: "any", group: "none", order: "added" };

export interface Section {
  /** The label or state that its photos have in common; empty without grouping and for those without a label. */
  key: string;
  photos: Photo[];
}

/**
 * @param nameOf what a label is called in the page's language; empty where its own name stands
 * @param locale to sort by
 * @returns sections that are not empty; groups by label the largest first, what has none last
 */
export function arrange(
  photos: Iterable<Photo>,
  { query, show, sure, group, order }: Arrangement,
  nameOf: (label: string) => string,
  locale: string,
): Section[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted: Photo[] = [];
  for (const photo of photos)
    if (isShown(photo, show) && isAsSure(photo, sure) && matches(photo, terms, nameOf)) wanted.push(photo);
  sort(wanted, order, nameOf, locale);
  if (group === "none") return wanted.length > 0 ? [{ key: "", photos: wanted }] : [];
  const sections = new Map<string, Photo[]>();
  for (const photo of wanted) {
    const key = group === "label" ? (bestOf(photo)?.label ?? "") : stateGroup(photo);
    const section = sections.get(key);
    if (section) section.push(photo);
    else sections.set(key, [photo]);
  }
  const list = Array.from(sections, ([key, members]) => ({ key, photos: members }));
  if (group === "state") return STATE_GROUPS.flatMap((key) => list.filter((section) => section.key === key));
  return list.sort(
    (a, b) => Number(a.key === "") - Number(b.key === "") || b.photos.length - a.photos.length,
  );
}

/** The label that the model put first. */
export function bestOf(photo: Photo) {
  return shownLabels(photo)[0];
}

const STATE_GROUPS = ["failed", "open", "cancelled", "done"] as const;

export type StateGroup = (typeof STATE_GROUPS)[number];

function stateGroup(photo: Photo): StateGroup {
  return isOpen(photo) ? "open" : (photo.state.name as "done" | "failed" | "cancelled");
}

function isShown(photo: Photo, show: Arrangement["show"]): boolean {
  if (show === "all") return true;
  const group = stateGroup(photo);
  return group === show || (show === "failed" && group === "cancelled");
}

function isAsSure(photo: Photo, sure: Arrangement["sure"]): boolean {
  if (sure === "any") return true;
  const best = bestOf(photo);
  if (best?.share === undefined) return false;
  return sure === "unsure" ? isUnsure(best) : best.share * 100 >= Number(sure);
}

function matches(photo: Photo, terms: readonly string[], nameOf: (label: string) => string): boolean {
  if (terms.length === 0) return true;
  const labels = shownLabels(photo).map(({ label }) => label);
  const { state } = photo;
  const outputs = state.name === "done" && labels.length === 0 ? outputsLine(state) : "";
  const text = [photo.path, ...labels, ...labels.map(nameOf), outputs].join("\n").toLowerCase();
  return terms.every((word) => text.includes(word));
}

function sort(
  photos: Photo[],
  order: Arrangement["order"],
  nameOf: (label: string) => string,
  locale: string,
): void {
  if (order === "added") return;
  if (order === "score") {
    const score = (photo: Photo) => bestOf(photo)?.score ?? Number.NEGATIVE_INFINITY;
    photos.sort((a, b) => compare(score(b), score(a)));
    return;
  }
  const { compare: inLanguage } = new Intl.Collator(locale, { numeric: true });
  const text = (photo: Photo) => {
    if (order === "name") return photo.path;
    const best = bestOf(photo);
    return best && (nameOf(best.label) || best.name);
  };
  // Each text once: a comparison is asked for many times.
  const texts = new Map(photos.map((photo) => [photo.id, text(photo)]));
  photos.sort((a, b) => {
    const [left, right] = [texts.get(a.id), texts.get(b.id)];
    if (left === undefined || right === undefined) return Number(!left) - Number(!right);
    return inLanguage(left, right);
  });
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
