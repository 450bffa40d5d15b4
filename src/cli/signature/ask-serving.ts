/** A signature beside what a running Serving says of it. */

import { Client, type ProbeResult } from "../../client/index.ts";
import type { Signature } from "../../signature/index.ts";
import type { FileSignature } from "./file-signature.ts";

/**
 * Asks the Serving behind an address for each method's inputs: those that the file does not tell are taken from there,
 * and where the two differ, a note says so. No method is run.
 *
 * @throws Error when nobody can be asked
 */
export async function askServing(
  { path, signature, notes }: FileSignature,
  address: string,
): Promise<FileSignature> {
  const methods = new Map(Object.entries(signature.methods));
  const told: string[] = [];
  for (const [method, known] of methods) {
    const found = await new Client(address, signature.servable, method).probe();
    if (!found.worker) {
      throw new Error(`${address} has no Serving to ask: ${found.error?.error}. ${found.error?.hint.en}`);
    }
    if (found.servable === false) {
      told.push(`${address} has no servable ${signature.servable}: the signature is the file's alone.`);
      break;
    }
    const inputs = found.inputs && Object.fromEntries(found.inputs.map((name) => [name, {}]));
    if (inputs && !known.inputs) methods.set(method, { ...known, inputs });
    told.push(...differences(address, method, known.inputs && Object.keys(known.inputs), found));
  }
  return {
    path,
    signature: { ...signature, methods: Object.fromEntries(methods) } satisfies Signature,
    notes: [...notes, ...told],
  };
}

function differences(
  address: string,
  method: string,
  known: readonly string[] | undefined,
  { method: hasMethod, inputs, error }: ProbeResult,
): string[] {
  if (hasMethod === false)
    return [`${address} has no method ${method}: it may run another version of the file.`];
  if (!inputs) return [`${address} does not tell the inputs of ${method}${error ? `: ${error.error}` : "."}`];
  if (!known) return [`the inputs of ${method} are those that ${address} told: ${inputs.join(", ")}.`];
  if (known.join() === inputs.join()) return [];
  return [
    `${method} has the inputs ${inputs.join(", ")} at ${address}, but ${known.join(", ") || "none"} in the file: it may run another version of it.`,
  ];
}
