/** One client for each target, shared by all on a page that call it. */

import type { Client, ClientOptions } from "../client/index.ts";
import type { ClientLibrary } from "./load.ts";

/** Whom to call, and how. */
export interface ClientTarget {
  address: string;
  servable: string;
  method: string;
  /** A text of digits is exact above 2^53, where a number is not. */
  version: number | bigint | string;
  timeoutMs: number;
  metadata?: Readonly<Record<string, string>> | undefined;
}

/** What is typed into a field names many targets on its way to the one that is meant. */
const MOST_KEPT = 16;

const kept = new Map<string, Client>();

/** @throws TypeError or RangeError for a target that the client refuses */
export function keptClient({ Client }: ClientLibrary, target: ClientTarget): Client {
  const { address, servable, method, version, timeoutMs, metadata } = target;
  const key = JSON.stringify([address, servable, method, String(version), timeoutMs, metadata]);
  const known = kept.get(key);
  if (known) return known;
  const options: ClientOptions = {
    version: typeof version === "string" && /^\d+$/.test(version) ? BigInt(version) : (version as number),
    timeoutMs,
    ...(metadata ? { metadata } : {}),
  };
  const client = new Client(address, servable, method, options);
  if (kept.size === MOST_KEPT) kept.clear();
  kept.set(key, client);
  return client;
}
