/** One client for each target, shared by all on a page that call it. */

import type { Client, ClientOptions, MetadataSource } from "../client/index.ts";
import type { ClientLibrary } from "./load.ts";

/** Whom to call, and how. */
export interface ClientTarget {
  address: string;
  servable: string;
  method: string;
  /** A text of digits is exact above 2^53, where a number is not. */
  version: number | bigint | string;
  timeoutMs: number;
  metadata?: MetadataSource | undefined;
  refreshMetadata?: boolean | undefined;
  interceptors?: ClientOptions["interceptors"];
}

/** What is typed into a field names many targets on its way to the one that is meant. */
const MOST_KEPT = 16;

const kept = new Map<string, Client>();

/** @throws TypeError or RangeError for a target that the client refuses */
export function keptClient({ Client }: ClientLibrary, target: ClientTarget): Client {
  const { address, servable, method, version, timeoutMs, metadata, refreshMetadata, interceptors } = target;
  const asked = typeof metadata === "function" ? numberOf(metadata) : metadata;
  const through = interceptors && numberOf(interceptors);
  const key = JSON.stringify([
    address,
    servable,
    method,
    `${version}`,
    timeoutMs,
    asked,
    refreshMetadata,
    through,
  ]);
  const known = kept.get(key);
  if (known) return known;
  const options: ClientOptions = {
    version: typeof version === "string" && /^\d+$/.test(version) ? BigInt(version) : (version as number),
    timeoutMs,
    ...(metadata ? { metadata } : {}),
    ...(refreshMetadata ? { refreshMetadata } : {}),
    ...(interceptors ? { interceptors } : {}),
  };
  const client = new Client(address, servable, method, options);
  if (kept.size === MOST_KEPT) kept.clear();
  kept.set(key, client);
  return client;
}

const numbers = new WeakMap<object, number>();
let next = 0;

/** A function's or list's own number: its text may be another's too. */
function numberOf(give: object): number {
  const number = numbers.get(give) ?? next++;
  numbers.set(give, number);
  return number;
}
