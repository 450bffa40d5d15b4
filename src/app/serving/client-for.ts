/** One client for each target, as the settings have it. */

import type { Client } from "../../client/index.ts";
import { loadClient } from "../../library/index.ts";
import { settings } from "../state/settings.ts";

/** Whom a page calls. */
export interface Target {
  servable: string;
  method: string;
  /** Decimal digits; 0 is the highest running version. */
  version: string;
}

/** What is typed into a field names many targets on its way to the one that is meant. */
const MOST_KEPT = 16;

const kept = new Map<string, Client>();

/**
 * @throws TypeError or RangeError for an invalid target or setting, or when the library can't be loaded
 */
export async function clientFor({ servable, method, version }: Target): Promise<Client> {
  const { Client } = await loadClient();
  const { address, timeoutMs, metadata } = settings.value;
  const key = JSON.stringify([address, timeoutMs, metadata, servable, method, version]);
  const known = kept.get(key);
  if (known) return known;
  const client = new Client(address, servable, method, { version: BigInt(version), timeoutMs, metadata });
  if (kept.size === MOST_KEPT) kept.clear();
  kept.set(key, client);
  return client;
}
