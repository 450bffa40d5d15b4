/** One client for each target, as the settings have it. */

import type { Client } from "../../client/index.ts";
import { keptClient, loadClient } from "../../library/index.ts";
import { settings } from "../state/settings.ts";

/** Whom a page calls. */
export interface Target {
  servable: string;
  method: string;
  /** Decimal digits; 0 is the highest running version. */
  version: string;
}

/** Where calls go, and the headers that are meant for it: they go nowhere else. */
export interface Place {
  /** The proxy's; empty is the page's own origin. */
  address: string;
  metadata: Readonly<Record<string, string>>;
}

/**
 * @param place left out, it is that of the settings
 * @throws TypeError or RangeError for an invalid target or setting, or when the library can't be loaded
 */
export async function clientFor(target: Target, place: Place = settings.value): Promise<Client> {
  const { address, metadata } = place;
  const { timeoutMs } = settings.value;
  return keptClient(await loadClient(), { ...target, address, timeoutMs, metadata });
}
