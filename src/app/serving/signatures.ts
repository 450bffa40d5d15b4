/**
 * What is known of the servables behind the page: `signatures.json` beside the app, a list of signatures. The built app
 * has an empty one, in whose place who owns the servables puts theirs; `--signature` does so for this project's commands.
 */

import { loadSignature, once } from "../../library/index.ts";
import type { MethodSignature, Signature } from "../../signature/index.ts";
import { store } from "../state/store.ts";

/** By servable; empty until they are asked for and there. */
export const signatures = store<ReadonlyMap<string, Signature>>(new Map());

/** Asks for them, once. Who uses them does so by {@link signatures}, which changes when they are there. */
export const bringSignatures: () => Promise<void> = once(async () => {
  const given = await listAt("signatures.json");
  if (given.length === 0) return;
  const { readSignature } = await loadSignature();
  const known = new Map<string, Signature>();
  for (const [i, one] of given.entries()) {
    try {
      const signature = readSignature(one);
      known.set(signature.servable, signature);
    } catch (error) {
      console.warn(`signatures.json, entry ${i + 1} is left out: ${(error as Error).message}`);
    }
  }
  signatures.set(known);
});

/** @returns `undefined` where nothing is known of it */
export function signatureOf(servable: string, method: string): MethodSignature | undefined {
  const methods = signatures.value.get(servable)?.methods ?? {};
  return Object.hasOwn(methods, method) ? methods[method] : undefined;
}

/** Another web server may answer any address with anything, or with nothing: then nothing is known. */
async function listAt(address: string): Promise<readonly unknown[]> {
  try {
    const reply = await fetch(address, { cache: "no-cache" });
    const said: unknown = reply.ok ? await reply.json() : [];
    return Array.isArray(said) ? said : [];
  } catch {
    return [];
  }
}
