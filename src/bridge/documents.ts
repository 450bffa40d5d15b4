/** Values that a command serves as JSON beside the app's files. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { SECURITY_HEADERS } from "../proxy-policy/index.ts";

/**
 * @param documents by path
 * @returns answers `GET` and `HEAD` of one of them, never from a cache; false for every other request, which is left alone
 */
export function createDocuments(
  documents: Readonly<Record<string, unknown>>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return ({ method, url = "" }, response) => {
    const path = url.split("?", 1)[0]!;
    if ((method !== "GET" && method !== "HEAD") || !Object.hasOwn(documents, path)) return false;
    const body = JSON.stringify(documents[path]);
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
    });
    response.end(method === "HEAD" ? undefined : body);
    return true;
  };
}
