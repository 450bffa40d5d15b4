/** Headers without the secrets in them. */

import type { Metadata } from "../../client/index.ts";

/** Stands in a secret's place. */
const REDACTED = "[redacted]";

/** Names that hold secrets, by the words in them. */
const SECRET_NAMES =
  /auth|cookie|credential|csrf|xsrf|key|pass(word|wd)?$|secret|session|sid$|token|jwt|signature/;

/** Long and random by nature, and no secrets. */
const OPEN_NAMES =
  /^(traceparent|tracestate|b3|x-b3-.*|x-request-id|grpc-(?!metadata).*|content-.*|accept.*|date|etag|server|vary|access-control-.*)$/;

/** Schemes of `authorization`, which say what is wrong with it, and no secret. */
const SCHEME = /^(Basic|Bearer|Digest|Negotiate|Token)\s+(?=\S)/i;

/** Three parts of base64url, as a JWT has; or one word of letters and digits that nobody would type. */
const TOKEN = /^(eyJ[\w-]+\.[\w-]+\.[\w-]*|(?=[^\s]*\d)(?=[^\s]*[a-z])[\w+/.~=-]{20,})$/i;

/** Shorter ones are words of other texts. */
const SHORTEST_SECRET = 6;

/**
 * Values that are secrets become `[redacted]`: those of names with `auth`, `cookie`, `token`, `key`, `secret`,
 * `session`, `password` and their like in them, those behind `Bearer` or `Basic` (which stay), and any that looks like a
 * token: a JWT, or 20 and more letters and digits without a space. Trace and request ids stay.
 *
 * @param headers names in any case; the result's are in lower case
 */
export function redacted(headers: Metadata): Metadata {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      redactedValue(name.toLowerCase(), value),
    ]),
  );
}

function redactedValue(name: string, value: string): string {
  if (value === "" || OPEN_NAMES.test(name)) return value;
  const scheme = SCHEME.exec(value)?.[0] ?? "";
  const isSecret = scheme !== "" || SECRET_NAMES.test(name) || TOKEN.test(value);
  return isSecret ? `${scheme}${REDACTED}` : value;
}

/** Takes the secrets of the request's headers out of what a server says back, such as an error that repeats a token. */
export function withoutSecrets(headers: Metadata): (text: string) => string {
  const secrets = Object.entries(headers)
    .filter(([name, value]) => redactedValue(name.toLowerCase(), value) !== value)
    .flatMap(([, value]) => [value, value.replace(SCHEME, "")])
    .filter((secret) => secret.length >= SHORTEST_SECRET);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, REDACTED), text);
}
