/** What this place has: a page, a worker of one, or Node. All questions of that kind are asked here. */

/** Whether an upload can be seen moving. */
export function hasXhr(): boolean {
  return typeof XMLHttpRequest !== "undefined";
}

/** jsdom has none, and neither has Jest with it. */
export function hasFetch(): boolean {
  return typeof fetch !== "undefined";
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
 * Whether it is no Node, be it with a page's objects, as in tests. Reading a body into memory of one's own costs nothing
 * in browsers, which hand a buffer to and fro as a pointer. Node takes it apart and registers it anew at each read, so
 * that reading 90 MB in its chunks of 64 KB took 13 s of garbage collection.
 */
export function isBrowser(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node === undefined;
}

/**
 * Whether `fetch` sends Blobs. In Node with a page's objects, as in tests, one of them is Node's and the other jsdom's,
 * and what is sent may be the text "[object Blob]".
 */
export function canSendBlobs(): boolean {
  return isBrowser() || typeof document === "undefined";
}

/** Whether messages can be packed by gzip, as in every browser in which the rest works; page tests in jsdom can't. */
export function canPack(): boolean {
  return typeof CompressionStream !== "undefined" && hasFetch() && canSendBlobs();
}

/** @throws TypeError that names what a call needs and this place has not */
export function checkPlatform(): void {
  const missing = ["TextDecoder", "TextEncoder", "Headers", "Blob"].filter((name) => !(name in globalThis));
  if (!hasFetch() && !hasXhr()) missing.push("fetch");
  if (missing.length > 0)
    throw new TypeError(`missing here: ${missing.join(", ")}: give Node's own to this test environment`);
}
