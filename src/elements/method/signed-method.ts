/** What a signature says of a method; the signature is given by the page, or read at an address. */

import { codeMissing, type Failure, signatureMissing } from "../../failures/index.ts";
import { loadSignature } from "../../library/index.ts";
import type { MethodSignature, Signature } from "../../signature/index.ts";

/** A file beside a page: longer than this a form is not kept waiting for it. */
const WAIT_MS = 20_000;

/**
 * @param given or a list of them, as `signatures.json` of the app is; or the address of either
 * @throws TypeError that says what is wrong with the signature, or what it lacks
 */
export async function signedMethod(
  given: Signature | readonly Signature[] | string,
  { servable, method }: { servable: string; method: string },
): Promise<{ signed: MethodSignature } | { failure: Failure }> {
  const isAddress = typeof given === "string";
  const where = isAddress ? `the signature at ${given}` : "the signature";
  const read = isAddress ? await documentAt(given) : { document: given };
  if ("failure" in read) return read;
  const library = await loadSignature().catch(() => undefined);
  if (!library) return { failure: codeMissing() };
  const { checked, readSignature } = library;
  const all = Array.isArray(read.document) ? read.document : [read.document];
  const found = all.find((one) => one?.servable === servable) ?? (all.length === 1 ? all[0] : undefined);
  if (found === undefined) throw new TypeError(`${where} is not of ${servable}: it is of ${namesOf(all)}`);
  const signature = readSignature(found);
  if (signature.servable !== servable) {
    throw new TypeError(`${where} is not of ${servable}: it is of ${signature.servable}`);
  }
  // Says which methods there are, where this one is none of them.
  checked(signature, method);
  return { signed: signature.methods[method]! };
}

const namesOf = (all: readonly Partial<Signature>[]) =>
  all.map((one) => one?.servable ?? "nothing that is known").join(", ") || "no servable";

async function documentAt(address: string): Promise<{ document: unknown } | { failure: Failure }> {
  try {
    const reply = await fetch(new URL(address, document.baseURI), { signal: AbortSignal.timeout(WAIT_MS) });
    return reply.ok ? { document: await reply.json() } : { failure: signatureMissing(address, reply.status) };
  } catch {
    return { failure: signatureMissing(address) };
  }
}
