/** What `npm run bench` is told. */

import { parseWords, toNumber, UsageError } from "../../src/cli/options/option-values.ts";
import { ENGINES, type EngineName } from "./engines.ts";
import { LINK_WORK_NAMES } from "./link-works.ts";
import { someOf } from "./some-of.ts";
import { CHOSEN_NAMES, type StackName } from "./stacks.ts";
import { WORKS } from "./work.ts";

const TABLES = ["calls", "memory", "codec", "size", "link"] as const;
const USUAL = TABLES.filter((name) => name !== "link").join(",");
const ROWS = [...new Set<string>([...WORKS, ...LINK_WORK_NAMES])];

export const HELP = `npm run bench -- [options]   the client beside its peers, as ratios to a raw fetch in the same run

  --base REV       the client of another commit as one more column
  --rounds N       rounds in which all take turns (8)
  --browser NAMES  some of ${ENGINES.join(",")} (chromium)
  --only TABLES    some of ${TABLES.join(",")} (${USUAL})
  --work NAMES     some rows: ${ROWS.join(",")}
  --stacks NAMES   some columns: ${CHOSEN_NAMES.join(",")}
  --help           these words

calls and link are measured in each browser, memory in Chromium on Linux, codec in Node. link is a link of 20 Mbit/s
(10 for the tensor) with a round trip of 40 ms. A browser that is not there is left out.`;

export interface Options {
  base: string | undefined;
  rounds: number;
  engines: EngineName[];
  tables: (typeof TABLES)[number][];
  works: string[];
  stacks: StackName[];
}

/** @returns `undefined` when help is asked for. @throws UsageError */
export function parse(args: string[]): Options | undefined {
  const { values } = parseWords({
    args,
    options: {
      base: { type: "string" },
      rounds: { type: "string", default: "8" },
      browser: { type: "string", default: "chromium" },
      only: { type: "string", default: USUAL },
      work: { type: "string", default: ROWS.join(",") },
      stacks: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const named = someOf("--stacks", values.stacks ?? CHOSEN_NAMES.join(","), CHOSEN_NAMES);
  if (values.base === undefined && values.stacks !== undefined && named.includes("base")) {
    throw new UsageError("--stacks base: name its commit as well, with --base REV.");
  }
  return {
    base: values.base,
    rounds: toNumber("--rounds", values.rounds, 1, 1000),
    engines: someOf("--browser", values.browser, ENGINES),
    tables: someOf("--only", values.only, TABLES),
    works: someOf("--work", values.work, ROWS),
    stacks: named.filter((name) => name !== "base" || values.base !== undefined),
  };
}
