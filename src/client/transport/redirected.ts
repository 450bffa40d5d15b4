/** A call that was redirected, as when a session is over and a gateway leads to its login page. */

import { Status } from "../../wire/index.ts";
import { CallFailure } from "./call-failure.ts";

/**
 * @param url of the method
 * @param to where the call was redirected to; empty where the browser hides it
 * @param seen what came from there
 */
export function redirected(url: string, to: string, seen?: CallFailure): CallFailure {
  const from = new URL(url);
  const target = to && new URL(to, url);
  // Without a query, in which a login keeps secrets.
  const place = target && target.origin + target.pathname;
  const toHttps = target && target.protocol > from.protocol && target.hostname === from.hostname;
  const text = `${from.origin} redirected the call${place && ` to ${place}`}${seen ? `: ${seen.message}` : ""}`;
  const failure = toHttps
    ? new CallFailure("not-grpc-web", Status.UNKNOWN, text)
    : new CallFailure("unauthorized", Status.UNAUTHENTICATED, text);
  failure.redirectedTo = place;
  if (seen?.httpStatus) failure.httpStatus = seen.httpStatus;
  return failure;
}
