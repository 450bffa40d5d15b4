/** Whether the page may call an address at all, by the Content-Security-Policy that it was served with. */

import { proxyAddress } from "../serving/address.ts";

/** So long it is waited for a server that does not answer; a policy says no at once. */
const WAIT_MS = 3000;

/** By origin: a page has one policy for as long as it is open. */
const known = new Map<string, Promise<boolean>>();

/** The origin that calls to a proxy's address go to. */
export function originOf(address: string): string {
  return new URL(proxyAddress(address), location.href).origin;
}

/** Asks the address for its health, without credentials or headers, since no browser tells its policy otherwise. */
export function isForbidden(address: string): Promise<boolean> {
  const origin = originOf(address);
  if (origin === location.origin) return Promise.resolve(false);
  const asked = known.get(origin) ?? ask(`${proxyAddress(address)}/healthz`);
  known.set(origin, asked);
  return asked;
}

function ask(url: string): Promise<boolean> {
  return new Promise((settle) => {
    const done = (isForbidden: boolean) => {
      document.removeEventListener("securitypolicyviolation", note);
      settle(isForbidden);
    };
    const note = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === "connect-src" && url.startsWith(blockedURI)) done(true);
    };
    document.addEventListener("securitypolicyviolation", note);
    const signal = AbortSignal.timeout(WAIT_MS);
    const init = { mode: "no-cors", credentials: "omit", cache: "no-store", signal } as const;
    // The violation is told after the request has failed.
    const answered = () => setTimeout(() => done(false));
    fetch(url, init).then((reply) => {
      void reply.body?.cancel();
      answered();
    }, answered);
  });
}
