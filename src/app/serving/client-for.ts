/** One client for each target, as the settings have it. */

import type { Client, ClientOptions } from "../../client/index.ts";
import { keptClient, loadClient, once } from "../../library/index.ts";
import { settings } from "../state/settings.ts";

/** Whom a page calls. */
export interface Target {
  servable: string;
  method: string;
  /** Decimal digits; 0 is the highest running version. */
  version: string;
}

const loadCallLog = once(() => import("./call-log.ts"));

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
  const [library, interceptors] = await Promise.all([loadClient(), recorders()]);
  const { address, metadata } = place;
  const { timeoutMs } = settings.value;
  return keptClient(library, { ...target, address, timeoutMs, metadata, interceptors });
}

/** Without what records calls they are made all the same. */
async function recorders(): Promise<ClientOptions["interceptors"]> {
  try {
    return (await loadCallLog()).recorders;
  } catch {
    return undefined;
  }
}
