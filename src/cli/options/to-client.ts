/** The client that a command line names. */

import { Client, type ClientOptions } from "../../client/index.ts";
import { asUsage } from "./option-values.ts";

/** @throws UsageError for what the client itself refuses */
export function toClient(
  { address, servable, method }: { address: string; servable: string; method: string },
  options?: ClientOptions,
): Client {
  return asUsage(() => new Client(address, servable, method, options));
}
