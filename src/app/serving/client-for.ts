/** A client as the settings have it, for one servable's method. */

import type { Client } from "../../client/index.ts";
import { loadClient } from "../../library/index.ts";
import { settings } from "../settings/settings.ts";

/** Whom a page calls. */
export interface Target {
  servable: string;
  method: string;
  /** Decimal digits; 0 is the highest running version. */
  version: string;
}

/**
 * @throws TypeError or RangeError for a target or setting that can't be meant, or when the library can't be loaded
 */
export async function clientFor({ servable, method, version }: Target): Promise<Client> {
  const { Client } = await loadClient();
  const { address, timeoutMs, metadata } = settings.value;
  return new Client(address, servable, method, { version: BigInt(version), timeoutMs, metadata });
}
