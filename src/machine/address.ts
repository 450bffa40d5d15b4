/**
 * Network addresses as they are written on a command line: `host:port`, with IPv6 in brackets.
 */
import { isIP, isIPv4 } from "node:net";

export interface Address {
  /** An IPv4 or IPv6 address (without brackets) or a name. */
  host: string;
  port: number;
}

const NAME = /^(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?$/i;

/**
 * Reads `"127.0.0.1:5500"`, `"[::1]:5500"` or `"worker.example:5500"`.
 * @throws TypeError for anything else, naming what was given and the form that is wanted.
 */
export function parseAddress(text: string): Address {
  const match = /^(?:\[([^\]]+)\]|([^:/[\]]+)):(\d{1,5})$/.exec(text.trim());
  const address = { host: match?.[1] ?? match?.[2] ?? "", port: Number(match?.[3]) };
  if (!match || (match[1] !== undefined && isIP(match[1]) !== 6)) throw addressError(text);
  return checkAddress(address, text);
}

/**
 * Checks an address that came in two parts.
 * @throws TypeError when the host is neither an address nor a name, or the port not from 1 to 65535.
 */
export function checkAddress(address: Address, given = formatAddress(address)): Address {
  const { host, port } = address;
  const named = isIP(host) !== 0 || (NAME.test(host) && !/^[\d.]+$/.test(host));
  if (!named || !Number.isInteger(port) || port < 1 || port > 65535) throw addressError(given);
  return address;
}

function addressError(given: string): TypeError {
  return new TypeError(
    `${JSON.stringify(given)} is not an address: write host:port, such as 127.0.0.1:5500 or [::1]:5500`,
  );
}

/** Writes an address as `host:port`. */
export function formatAddress({ host, port }: Address): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** True for addresses that only this machine can reach: 127.0.0.0/8 and ::1, also as IPv4 within IPv6. */
export function isLoopback(ip: string): boolean {
  const v4 = ip.replace(/^::ffff:/i, "");
  return ip === "::1" || (isIPv4(v4) && v4.startsWith("127."));
}

/** True for names and addresses that browsers take for this machine: `localhost` and all below it, and loopback. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return name === "localhost" || name.endsWith(".localhost") || isLoopback(name);
}
