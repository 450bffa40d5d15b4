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

/**
 * @throws TypeError or RangeError for an invalid target or setting, or when the library can't be loaded
 */
export async function clientFor(target: Target): Promise<Client> {
  const { address, timeoutMs, metadata } = settings.value;
  return keptClient(await loadClient(), { ...target, address, timeoutMs, metadata });
}
