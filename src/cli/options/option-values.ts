/** Words of a command line, to options; each mistake gets one sentence. */

import { type ParseArgsConfig, parseArgs } from "node:util";
import { formatAddress, parseAddress } from "../../machine/index.ts";
import { parseOrigin } from "../../proxy-policy/index.ts";

/** A mistake of the caller's, whose message is the one sentence to print. */
export class UsageError extends Error {}

/** What an act says of what it was given is said to the caller. @throws UsageError in the place of any other error */
export function asUsage<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Node's `parseArgs`, its first sentence kept. @throws UsageError */
export function parseWords<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}; --help lists the options.`);
  }
}

export function toPort(name: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new UsageError(`${name} ${text}: give a port number, 0 to 65535.`);
}

export function toNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${name} ${text}: give a whole number from ${least} to ${most}.`);
}

/** With a slash at the end, as an address bar has it, or without. @throws UsageError */
export function toOrigin(text: string, name = "--origin"): string {
  try {
    return parseOrigin(text.replace(/\/$/, ""));
  } catch (error) {
    throw new UsageError(`${name} ${(error as Error).message}.`);
  }
}

/** The value of `--worker`, which may be given once. @throws UsageError */
export function toWorker([text = "127.0.0.1:5500", ...more]: readonly string[]): string {
  if (more.length > 0) {
    throw new UsageError(`--worker ${text}, ${more.join(", ")}: give one; the command envoy takes several.`);
  }
  try {
    return formatAddress(parseAddress(text));
  } catch {
    throw new UsageError(`--worker ${text}: give HOST:PORT of Serving's gRPC port, such as 127.0.0.1:5500.`);
  }
}
