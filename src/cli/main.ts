#!/usr/bin/env node
/** The package's command. Nothing in it needs more than Node itself and the package's two dependencies. */

import { readFileSync } from "node:fs";
import { doctor } from "./doctor/doctor.ts";
import { envoy } from "./envoy/envoy.ts";
import { evaluate } from "./evaluate/evaluate.ts";
import { load } from "./load/load.ts";
import { exitCodeOf } from "./options/exit-code.ts";
import { UsageError } from "./options/option-values.ts";
import { serve } from "./serve.ts";
import { signature } from "./signature/signature.ts";
import { types } from "./signature/types.ts";

const COMMANDS: Readonly<Record<string, (args: string[]) => unknown>> = {
  serve,
  envoy,
  doctor,
  evaluate,
  load,
  signature,
  types,
};

const HELP = `npx mindspore-serving-web COMMAND [options]

  serve     the web app and a proxy in front of a MindSpore Serving
  envoy     print Envoy's configuration for an installation
  doctor    check, step by step, what is between a page and an answer
  evaluate  how often a method is right about a folder of labelled photos
  load      what a method bears: answers a second, how long a call takes
  signature print what a servable's methods take and give, from its servable_config.py
  types     print a typed client of a servable

COMMAND --help lists a command's options; --version prints the package's.
Exit code 0; 1 when something failed or was found; 2 for wrong use: a word of the command line, or a file that it names.`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = exitCodeOf(error);
}

async function main([command = "--help", ...args]: string[]): Promise<void> {
  if (command === "--help" || command === "-h") console.log(HELP);
  else if (command === "--version") console.log(version());
  else if (Object.hasOwn(COMMANDS, command)) await COMMANDS[command]!(args);
  else
    throw new UsageError(
      `${command} is not a command: use serve, envoy, doctor, evaluate, load, signature or types, or see --help.`,
    );
}

/** The manifest lies as far from here in the repository as in the package. */
function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
