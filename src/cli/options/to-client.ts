/** The client that a command line names. */

import { Client, type ClientOptions } from "../../client/index.ts";
import { UsageError } from "./option-values.ts";

/** @throws UsageError for what the client itself refuses */
export function toClient(
  { address, servable, method }: { address: string; servable: string; method: string },
  options?: ClientOptions,
): Client {
  try {
    return new Client(address, servable, method, options);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
