/** What this place has: a page, a worker of one, or Node. All questions of that kind are asked here. */

/** Whether an upload can be seen moving. */
export function hasXhr(): boolean {
  return typeof XMLHttpRequest !== "undefined";
}

/** The page's own origin; `undefined` where there is no page, `"null"` for one without an origin. */
export function pageOrigin(): string | undefined {
  return globalThis.location?.origin;
}

/** Whether the page came over https, so that a browser lets it call no http address. */
export function isHttpsPage(): boolean {
  return globalThis.location?.protocol === "https:";
}

/** Whether this device knows that it has no network. */
export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/**
 * Whether reading a body into memory of one's own costs nothing. Browsers hand a buffer to and fro as a pointer. Node
 * takes it apart and registers it anew at each read, so that reading 90 MB in its chunks of 64 KB took 13 s of garbage
 * collection.
 */
export function hasCheapByob(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node === undefined;
}
