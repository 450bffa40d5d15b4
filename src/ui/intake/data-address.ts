/** The bytes that a `data:` address holds (RFC 2397). */

/** @returns `undefined` where it is broken */
export function dataOf(address: string): Uint8Array<ArrayBuffer> | undefined {
  const comma = address.indexOf(",");
  if (comma < 0) return undefined;
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma));
  try {
    const text = address.slice(comma + 1);
    if (isBase64) return Uint8Array.from(atob(decodeURIComponent(text)), (one) => one.charCodeAt(0));
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
