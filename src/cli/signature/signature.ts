/** `mindspore-serving-web signature`: prints a servable's signature. Nothing else is on standard output. */

import { startedAs } from "../options/started-as.ts";
import { OPTIONS, printOf } from "./options.ts";

const HELP = `${startedAs("signature")} FILE [options] > signature.json

Reads a servable_config.py without running it and prints what its methods take and give, as JSON. What the file does not
tell is left out, and said on standard error.

  FILE                    the servable_config.py, or its folder
  --json                  JSON, which it prints anyway
${OPTIONS}`;

/** @throws Error whose message is the one sentence to print */
export function signature(args: string[]): Promise<void> {
  return printOf(args, HELP, (signature) => `${JSON.stringify(signature, null, 2)}\n`);
}
