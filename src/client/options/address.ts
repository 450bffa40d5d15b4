/** A proxy's address as a caller writes it, to the URL that calls are made to. */

import { describe } from "../../tensor/index.ts";
import { pageOrigin } from "../transport/platform.ts";

/**
 * `"localhost:8080"` means http; `""` and `"/"` mean the page's own origin; a path in front of the service's is kept.
 * @returns the address without a slash at its end
 * @throws TypeError for an invalid address
 */
export function resolveAddress(address: string): string {
  if (typeof address !== "string") throw new TypeError(`the address is ${describe(address)}: give a string`);
  const text = address.trim();
  if (text === "" || text.startsWith("/")) return ownOrigin() + text.replace(/\/+$/, "");
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  // Some browsers take a blank in a host's name.
  const mayBe = !/\s/.test(text) && (hasScheme || HOST_AND_PORT.test(text));
  const url = mayBe ? parse(hasScheme ? text : `http://${text}`) : undefined;
  if (!url || url.hostname === "" || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      `${JSON.stringify(address)} is not a proxy address: use one like "http://localhost:8080"`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError("the address must not contain a user name, password, query or fragment");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** Without a scheme: a host (IPv6 in brackets), perhaps a port, perhaps a path. */
const HOST_AND_PORT = /^(\[[\da-f:.]+\]|[^:/]+)(:\d+)?(\/|$)/i;

function ownOrigin(): string {
  const origin = pageOrigin();
  if (!origin || origin === "null") {
    throw new TypeError(
      'an address without a host needs a page, and there is none here: use one like "http://localhost:8080"',
    );
  }
  return origin;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
