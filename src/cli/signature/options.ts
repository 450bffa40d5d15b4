/** What the commands `signature` and `types` have in common. */

import { parseWords, UsageError } from "../options/option-values.ts";
import { askServing } from "./ask-serving.ts";
import { type FileSignature, readServable } from "./servable-file.ts";

export const OPTIONS = `  --servable NAME         the servable's name (that of the file's folder, as for Serving)
  --probe ADDRESS         ask the Serving behind this address, e.g. http://localhost:8080, for what the file does not
                          tell, and whether it has the same inputs; no method is run
  --help                  these words`;

/**
 * Prints what is made of a file's signature; what could not be known goes to standard error.
 * @throws Error whose message is the one sentence to print
 */
export async function printOf(
  args: string[],
  help: string,
  print: (signature: FileSignature["signature"], file: string) => string,
): Promise<void> {
  const { values, positionals } = parseWords({
    args,
    allowPositionals: true,
    options: {
      servable: { type: "string" },
      probe: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(help);
  const [file, stray] = positionals;
  if (file === undefined || stray !== undefined)
    throw new UsageError("give one FILE, such as servable_config.py.");
  const read = readServable(file, values.servable);
  const { signature, notes } = values.probe === undefined ? read : await askServing(read, values.probe);
  for (const note of notes) console.error(note);
  process.stdout.write(print(signature, file));
}
