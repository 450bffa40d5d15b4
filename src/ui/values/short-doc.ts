/** A signature's text for people, as far as a form has room for it. */

const MOST_CHARACTERS = 160;

/** The first paragraph in one line, cut where it is long; empty where there is none. */
export function shortDoc(doc = ""): string {
  const [first = ""] = doc.trim().split(/\n\s*\n/);
  const line = first.replace(/\s+/g, " ");
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1).trimEnd()}…` : line;
}
