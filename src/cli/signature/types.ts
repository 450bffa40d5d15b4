/** `mindspore-serving-web types`: prints a typed client of a servable. Nothing else is on standard output. */

import { basename } from "node:path";
import { typedClient } from "../../typed-client/index.ts";
import { startedAs } from "../options/started-as.ts";
import { OPTIONS, readGiven } from "./options.ts";

const HELP = `${startedAs("types")} FILE [options] > resnet50.ts

Prints a TypeScript module: a class that calls the servable's methods, and each method for new Client(address, method),
with the types of what they take and give.

  FILE                    the servable_config.py; its folder, where NAME.signature.json completes it; or a signature's
                          JSON
${OPTIONS}`;

/** @throws Error whose message is the one sentence to print */
export async function types(args: string[]): Promise<void> {
  const given = await readGiven(args, false);
  if (!given) return console.log(HELP);
  process.stdout.write(typedClient(given.signatures[0]!, basename(given.files[0]!)));
}
