/**
 * Headers that every file of the app is served with.
 *
 * `connect-src` is open because the page can be pointed at a Serving address of the user's choice (its setting
 * "address"), which no server can know beforehand, and fetches a picture from whatever site a reader gives the address
 * of. What that would give to foreign code is little: scripts, styles
 * and workers come from the page's own origin only, without `unsafe-*`, so none gets in. A deployment that serves
 * one address only may narrow it to `'self'`: pictures of other sites are then refused, with a word.
 */
export const SECURITY_HEADERS: Record<string, string> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src blob:",
    "font-src 'self'",
    "connect-src 'self' http: https:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  // Of what is asked for without CORS. Modules are asked for with it, so pages that may call can load elements.js.
  "cross-origin-resource-policy": "same-origin",
};
