/** Each stack's code, for pages and for Node. The base's is built in its own directory, with its own cut of libraries. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle as pageBundle } from "../../build/size/bundle.ts";
import type { Base } from "./base.ts";
import type { BaseTask } from "./base-bundle-program.ts";
import { bundle, HERE, ROOT } from "./generate.ts";
import { TYPESCRIPT } from "./serving/programs.ts";
import { CHOSEN_NAMES, STACKS } from "./stacks.ts";

const BENCH = import.meta.dirname;

/** The module of a stack, as it is imported from {@link HERE}. The base's is ours, bundled with the base's source. */
export function moduleOf(bundle: string): string {
  const folder = existsSync(join(BENCH, "peers", `${bundle}.ts`)) ? "peers" : "stacks";
  return `../${folder}/${bundle.replace("base", "ours")}.ts`;
}
const entryOf = (bundle: string) => join(HERE, moduleOf(bundle));

/** Modules of the stacks, by name. Readable, for profiles. */
export async function bundleStacks(base: Base | undefined): Promise<Map<string, string>> {
  const bundles = new Map<string, string>();
  for (const name of new Set(CHOSEN_NAMES.map((name) => STACKS[name].bundle))) {
    if (name !== "base") bundles.set(name, await bundle(entryOf(name), false));
    else if (base) bundles.set(name, inBase(base, { module: entryOf(name) }));
  }
  return bundles;
}

/** Our codec alone, by the names of its columns. No public name shows it, so a base has a module of its own for it. */
export async function bundleCodecs(base: Base | undefined): Promise<Map<"ours" | "base", string>> {
  const entry = entryOf("ours-codec");
  const codecs = new Map<"ours" | "base", string>([["ours", await bundle(entry, false)]]);
  if (!base) return codecs;
  const its = join(base.dir, "test/bench/stacks/ours-codec.ts");
  try {
    codecs.set("base", inBase(base, { module: existsSync(its) ? its : entry }));
  } catch {
    console.error("The base's codec is left out: it has no module for it, and ours does not fit its source.");
  }
  return codecs;
}

/** As an application is built: minified. @param source whose imports are found from {@link HERE} */
export async function bundleApplication(source: string, base?: Base): Promise<string> {
  if (base) return inBase(base, { source });
  mkdirSync(HERE, { recursive: true });
  return String((await pageBundle(ROOT, join(HERE, "entry.ts"), source)).code);
}

function inBase({ dir }: Base, what: { module: string } | { source: string }): string {
  mkdirSync(HERE, { recursive: true });
  const task: BaseTask = { ...what, out: join(HERE, "base-bundle.js") };
  const program = join(BENCH, "base-bundle-program.ts");
  execFileSync(process.execPath, [...TYPESCRIPT, program, JSON.stringify(task)], {
    cwd: dir,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = readFileSync(task.out, "utf8");
  rmSync(task.out);
  return code;
}
