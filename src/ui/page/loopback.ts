/** Names and addresses of this machine, which browsers let a page of https call by http. */

const LOOPBACK = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/** @param hostname as a `URL` has it */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}
