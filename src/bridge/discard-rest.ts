/**
 * What becomes of an upload whose answer is already sent. To close the connection at once would reset it under
 * the browser's hands: it sends the whole body before it looks at the answer, and a reset can take the answer
 * with it. So the rest is read and thrown away, for a limited time.
 */
import type { IncomingMessage } from "node:http";

/** How long an upload may go on after its answer, in milliseconds. */
const LINGER_MS = 30_000;

/** Reads on until the request ends; closes the connection when that takes longer than `lingerMs`. */
export function discardRest(request: IncomingMessage, lingerMs = LINGER_MS): void {
  if (request.complete || request.destroyed) return;
  const timer = setTimeout(() => request.destroy(), lingerMs);
  request.once("close", () => clearTimeout(timer));
  request.resume();
}
