/** Rows of the table under a real link: what is asked of whom, over what. */

import type { StackName } from "./stacks.ts";
import { COMPRESSED_TARGETS, LINK_TARGETS } from "./targets.ts";
import { WORK_TEXTS, type WorkName } from "./work.ts";

export const ROUND_TRIP_MS = 40;

interface LinkWork {
  text: string;
  /** Left out, the first call of a page alone, with three small instances: from its address to the values. */
  work?: WorkName;
  mbit: number;
  /** Of the chosen stacks, which are measured, and what besides. */
  stacks(chosen: readonly StackName[]): StackName[];
  targets: typeof LINK_TARGETS;
}

const without =
  (...names: StackName[]) =>
  (chosen: readonly StackName[]) =>
    chosen.filter((name) => !names.includes(name));
const withRaw = (chosen: readonly StackName[]): StackName[] => ["raw", ...without("by-hand")(chosen)];

export const LINK_WORKS = {
  first: {
    text: "the first call of a fresh page, its library included",
    mbit: 20,
    stacks: without(),
    targets: LINK_TARGETS,
  },
  jpegs: { text: WORK_TEXTS.jpegs.text, work: "jpegs", mbit: 20, stacks: withRaw, targets: LINK_TARGETS },
  thousand: {
    text: WORK_TEXTS.thousand.text,
    work: "thousand",
    mbit: 20,
    stacks: withRaw,
    targets: LINK_TARGETS,
  },
  "image-tensor": {
    text: WORK_TEXTS["image-tensor"].text,
    work: "image-tensor",
    mbit: 10,
    stacks: (chosen) => [
      "raw",
      ...chosen.filter((name) => name === "base" || name === "ours"),
      "ours-compressed",
    ],
    targets: COMPRESSED_TARGETS,
  },
} as const satisfies Record<string, LinkWork>;

export type LinkWorkName = keyof typeof LINK_WORKS;
export const LINK_WORK_NAMES = Object.keys(LINK_WORKS) as LinkWorkName[];
export const linkWork = (name: LinkWorkName): LinkWork => LINK_WORKS[name];
