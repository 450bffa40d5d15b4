/** What the commands `signature` and `types` have in common. */

import { parseWords, UsageError } from "../options/option-values.ts";
import { askServing } from "./ask-serving.ts";
import type { FileSignature } from "./file-signature.ts";
import { readServable, readServables } from "./servable-file.ts";

export const OPTIONS = `  --servable NAME         the servable's name (that of the file's folder, as for Serving)
  --probe ADDRESS         ask the Serving behind this address, e.g. http://localhost:8080, for what the file does not
                          tell, and whether it has the same inputs; no method is run
  --help                  these words`;

interface Given {
  files: readonly string[];
  signatures: readonly FileSignature["signature"][];
  /** They are to be printed as a list. */
  isList: boolean;
}

/**
 * Reads what a command is given; what could not be known goes to standard error.
 *
 * @param takesSeveral the command takes more than one servable
 * @returns `undefined` when help was asked for
 * @throws Error whose message is the one sentence to print
 */
export async function readGiven(args: string[], takesSeveral: boolean): Promise<Given | undefined> {
  const { values, positionals: files } = parseWords({
    args,
    allowPositionals: true,
    options: {
      servable: { type: "string" },
      probe: { type: "string" },
      help: { type: "boolean", short: "h" },
      ...(takesSeveral ? ({ json: { type: "boolean" }, list: { type: "boolean" } } as const) : {}),
    },
  });
  if (values.help) return undefined;
  const [file, ...more] = files;
  if (file === undefined || (more.length > 0 && !takesSeveral))
    throw new UsageError("give one FILE, such as servable_config.py.");
  const { servable } = values;
  if (servable !== undefined && more.length > 0)
    throw new UsageError("--servable is the name of one: give one FILE.");
  const isOne = !takesSeveral || servable !== undefined;
  const signatures: FileSignature["signature"][] = [];
  for (const read of isOne ? [readServable(file, servable)] : readServables(files)) {
    const { signature, notes } = values.probe === undefined ? read : await askServing(read, values.probe);
    for (const note of notes) console.error(note);
    signatures.push(signature);
  }
  return { files, signatures, isList: values.list === true || signatures.length > 1 };
}
