/** `mindspore-serving-web signature`: prints servables' signatures. Nothing else is on standard output. */

import { startedAs } from "../options/started-as.ts";
import { OPTIONS, readGiven } from "./options.ts";

const HELP = `${startedAs("signature")} FILE… [options] > signature.json

Reads a servable_config.py without running it and prints what its methods take and give, as JSON. What the file does not
tell is left out, and said on standard error. Of several servables it prints a list, as the page's signatures.json is.

  FILE                    the servable_config.py; its folder, where NAME.signature.json completes it; a folder of
                          servables; or JSON that is there already
  --list                  a list, also of one servable
  --json                  JSON, which it prints anyway
${OPTIONS}`;

/** @throws Error whose message is the one sentence to print */
export async function signature(args: string[]): Promise<void> {
  const given = await readGiven(args, true);
  if (!given) return console.log(HELP);
  const { signatures, isList } = given;
  process.stdout.write(`${JSON.stringify(isList ? signatures : signatures[0], null, 2)}\n`);
}
