/** What `--signature` names, for the page to read at signatures.json. */

import type { PageOptions } from "../options/page-options.ts";
import { startedAs } from "../options/started-as.ts";
import type { FileSignature } from "../signature/file-signature.ts";
import { readServables } from "../signature/servable-file.ts";
import type { ServingPart } from "./reach-serving.ts";

/**
 * Starts a Serving, or reaches one, whose signatures are its own and those that were given: by name these count. A file
 * that can't be read is told before anything starts.
 *
 * @throws Error whose message is the one sentence to print
 */
export async function withSignatures(
  { signatures: paths }: PageOptions,
  start: () => Promise<ServingPart>,
): Promise<ServingPart> {
  const given = readServables(paths);
  for (const line of given.flatMap(openLine)) console.error(line);
  const serving = await start();
  const known = new Map(serving.signatures.map((one) => [one.servable, one]));
  for (const { signature } of given) known.set(signature.servable, signature);
  return { ...serving, signatures: [...known.values()] };
}

/** One line a servable: a large installation's would hide everything else. */
function openLine({ path, notes }: FileSignature): string[] {
  const [first, ...more] = notes;
  if (first === undefined) return [];
  return [more.length === 0 ? first : `${first} (${more.length} more: ${startedAs("signature")} ${path})`];
}
