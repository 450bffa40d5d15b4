/** What is told about things that were given: which are no photos, which pictures are fetched, and which can't be. */

import type { Failure } from "../../failures/index.ts";

export type Note =
  /** Files that are no photos, by path. */
  | { kind: "leftOut"; paths: readonly string[] }
  /** Neither a file nor an address was given: of a clipboard, a folder, or something that was dropped. */
  | { kind: "nothing"; of: "clipboard" | "folder" | "drop" }
  /** `times`: so many pictures. */
  | { kind: "failed"; failure: Failure; times: number }
  /** `share` is 0 to 1, of one picture alone, where its server tells the size. */
  | { kind: "fetching"; settled: number; all: number; from: string; share: number | undefined };

/** Adds a failure; one that is told already is counted. */
export function withFailure(notes: readonly Note[], failure: Failure): Note[] {
  const isSame = (note: Note) => note.kind === "failed" && note.failure.error === failure.error;
  const known = notes.find(isSame) as (Note & { kind: "failed" }) | undefined;
  if (!known) return [...notes, { kind: "failed", failure, times: 1 }];
  return notes.map((note) => (note === known ? { ...known, times: known.times + 1 } : note));
}
