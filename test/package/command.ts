/** Programs that tests run to their end. */

import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output and error together, in order. */
  output: string;
}

/** Runs Node with a script in a folder. */
export async function node(folder: string, ...words: string[]): Promise<Ended> {
  return run(folder, process.execPath, words);
}

/** Runs npm in a folder. @throws Error with its output when it fails */
export async function npm(folder: string, ...words: string[]): Promise<string> {
  const ended = await run(folder, "npm", words);
  if (ended.code !== 0) throw new Error(`npm ${words.join(" ")} in ${folder}:\n${ended.output}`);
  return ended.stdout;
}

export async function run(folder: string, program: string, words: string[]): Promise<Ended> {
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...outerEnvironment(), NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: program === "npm" && process.platform === "win32",
  });
  const ended: Ended = { code: null, stdout: "", stderr: "", output: "" };
  child.stdout.on("data", (chunk) => {
    ended.stdout += chunk;
    ended.output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    ended.stderr += chunk;
    ended.output += chunk;
  });
  [ended.code] = (await once(child, "close")) as [number | null];
  return ended;
}

/** Without what `npm run` tells of this repository, and what vitest tells of itself: a fresh project is on its own. */
export function outerEnvironment(): NodeJS.ProcessEnv {
  const own =
    /^(npm_(package|lifecycle|config_local_prefix)|VITEST|NODE_ENV$|NODE_OPTIONS$|DEV$|PROD$|MODE$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
