/** A redirect leads to somebody whom nobody named. */

/**
 * From here on nobody but the named address is called: `fetch` follows no redirect in this process or worker.
 * @param redirect what becomes of one: an answer like others, where the platform lets it be read, or a failure
 */
export function followNoRedirect(redirect: "manual" | "error"): void {
  const follow = globalThis.fetch;
  globalThis.fetch = (input, init) => follow(input, { redirect, ...init });
}
