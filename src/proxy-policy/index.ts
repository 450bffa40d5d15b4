/** What both proxies, Envoy and the bridge, hold to: who may call, which headers browsers get, how long a call may take. */

export {
  ALLOWED_HEADERS,
  ALLOWED_METHODS,
  answerPreflight,
  EXPOSED_HEADERS,
  MAX_AGE_SECONDS,
  setCorsHeaders,
} from "./cors.ts";
export { CALL_SECONDS } from "./limits.ts";
export { hostPattern, LOCAL_ORIGIN } from "./local-pages.ts";
export { hostsOf, parseOrigin } from "./origin.ts";
export { type AllowedPages, createOriginPolicy } from "./origin-policy.ts";
export { HEALTH_PATH } from "./paths.ts";
export { SECURITY_HEADERS } from "./security-headers.ts";
