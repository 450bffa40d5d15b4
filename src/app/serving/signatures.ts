/**
 * What is known of the servables behind the page: `signatures.json` beside the app, a list of signatures. The built app
 * has an empty one, in whose place who owns the servables puts theirs; `--signature` does so for this project's commands.
 */

import { loadSignature, once } from "../../library/index.ts";
import type { MethodSignature, Signature } from "../../signature/index.ts";
import { store } from "../state/store.ts";
import { isForeign } from "./watch.ts";

/** A file of the page's own server, of which a reader's first photo waits: longer than this it is not worth waiting. */
const WAIT_MS = 5000;

type Signatures = ReadonlyMap<string, Signature>;

const NONE: Signatures = new Map();

/** By servable, as they were brought; whom they are of, {@link knownSignatures} heeds. Follow it for its changes. */
export const signatures = store<Signatures>(NONE);

/**
 * Asks for the signatures, once; where they could not be had, again when it is called again. Never fails: without them
 * nothing is known.
 */
export async function bringSignatures(): Promise<void> {
  try {
    signatures.set(await read());
  } catch {
    // Another server, no network: the page works without.
  }
}

/**
 * Signatures of the servables that the page calls now, by servable. They are of those behind the page's own proxy: none
 * where the settings name one of another origin.
 */
export function knownSignatures(): Signatures {
  return signatures.value.size === 0 || isForeign() ? NONE : signatures.value;
}

/** Names of the servables that are known, sorted. */
export function knownServables(): string[] {
  return [...knownSignatures().keys()].sort();
}

/** Methods of a servable by name; none where nothing is known of it. */
export function knownMethods(servable: string): Signature["methods"] {
  return knownSignatures().get(servable)?.methods ?? {};
}

/** @returns `undefined` where nothing is known of it */
export function signatureOf(servable: string, method: string): MethodSignature | undefined {
  const methods = knownMethods(servable);
  return Object.hasOwn(methods, method) ? methods[method] : undefined;
}

const read = once(async (): Promise<Signatures> => {
  const given = await listAt("signatures.json");
  if (given.length === 0) return NONE;
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
  return known;
});

/** Another web server may answer any address with anything, such as its page. @throws where nobody answers */
async function listAt(address: string): Promise<readonly unknown[]> {
  const reply = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(WAIT_MS) });
  const said: unknown = reply.ok ? await reply.json().catch(() => []) : [];
  return Array.isArray(said) ? said : [];
}
