/** What the doctor is asked about, and what its steps have found out so far. */

import type { ProbeResult } from "../../client/index.ts";
import type { Reply } from "./exchange.ts";

export interface Case {
  /** The proxy, without a slash at its end. */
  readonly address: string;
  readonly servable: string | undefined;
  readonly method: string | undefined;
  readonly version: number;
  /** The page's origin, where CORS is to be checked. */
  readonly origin: string | undefined;
  /** Size of the message that has to get through, in MB (2^20 bytes). */
  readonly messageMb: number;
  /** Longest wait in one step, in milliseconds. */
  readonly timeoutMs: number;

  /** The answer to a call without `Origin`. */
  reply?: Reply;
  /** The answer to the same call from {@link origin}. */
  foreignReply?: Reply;
  probe?: ProbeResult;
}

/** Where a case's address leads. */
export function placeOf({ address }: Case): { host: string; port: number; tls: boolean } {
  const url = new URL(address);
  const tls = url.protocol === "https:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (tls ? 443 : 80) : Number(url.port),
    tls,
  };
}
