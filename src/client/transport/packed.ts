/** A message packed by gzip, gRPC's own compression of messages, where that is worth it. Source: grpc/grpc, doc/compression.md. */

import type { Encoded, Payload } from "../../wire/index.ts";
import { canPack } from "./platform.ts";

/** What is smaller than this goes in one packet of the network, packed or not. */
const WORTH_BYTES = 1024;

/** A larger message is packed only when this many samples of it, at even distances, gain together. */
const SAMPLES = 8;
const SAMPLE_BYTES = 16 * 1024;

/** At least a fifth must be gained: packing takes time, of the server too. Floats of all values gain a tenth. */
const WORTH = 0.8;

/** What was packed for a call, by its signal, so that another try of it sends the same; gone with the call. */
const kept = new WeakMap<AbortSignal, { parts: readonly Payload[]; packed: Promise<Blob | undefined> }>();

/**
 * The message packed; `undefined` where that gains too little, and where this place can't pack: it then goes as it is.
 * @throws the signal's reason when it aborts meanwhile
 */
export function packed(message: Encoded, signal: AbortSignal): Promise<Blob | undefined> {
  const { parts } = message;
  const known = kept.get(signal);
  if (known?.parts.length === parts.length && known.parts.every((part, i) => isSame(part, parts[i]!))) {
    return known.packed;
  }
  const packed = pack(message, signal);
  kept.set(signal, { parts, packed });
  return packed;
}

/** Headers are written anew for each try, payloads are the same objects. */
function isSame(a: Payload, b: Payload): boolean {
  if (a === b || "size" in a || "size" in b) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

async function pack({ parts, length }: Encoded, signal: AbortSignal): Promise<Blob | undefined> {
  if (length < WORTH_BYTES || !canPack()) return undefined;
  // Files are read in pieces on their way through.
  const whole = new Blob(parts as BlobPart[]);
  const step = Math.floor((length - SAMPLE_BYTES) / (SAMPLES - 1));
  try {
    if (step > 2 * SAMPLE_BYTES) {
      const sampleAt = (_: unknown, i: number) => whole.slice(i * step, i * step + SAMPLE_BYTES);
      if (!(await gzip(new Blob(Array.from({ length: SAMPLES }, sampleAt)), signal))) return undefined;
    }
    return await gzip(whole, signal);
  } catch {
    signal.throwIfAborted();
    // A file that can't be read is told by what sends it, and what does not fit into memory twice may fit once.
    return undefined;
  }
}

async function gzip(blob: Blob, signal: AbortSignal): Promise<Blob | undefined> {
  const stream = blob.stream().pipeThrough(new CompressionStream("gzip"), { signal });
  const packed = await new Response(stream).blob();
  return packed.size < WORTH * blob.size ? packed : undefined;
}
