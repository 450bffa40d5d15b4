/**
 * The browser extension gRPC-Web Developer Tools: its panel shows what a page posts to itself under the extension's name.
 * Release 1 reads that name as the message's `type`, release 2 as its `source`; both put a value of that name (or, for
 * Connect, of another) on the window.
 */

import type { Interceptor, Metadata } from "../client/index.ts";
import { withoutSecrets } from "./record/redacted.ts";
import { brief } from "./values/brief.ts";

const NAME = "__GRPCWEB_DEVTOOLS__";

/** What the extension puts on the window, once its scripts are there. */
const SIGNS = [NAME, "__CONNECT_WEB_DEVTOOLS__"];

/**
 * An interceptor that shows each call in the panel of the browser extension gRPC-Web Developer Tools, with messages as
 * plain objects: of large values the first elements. Without the extension it does nothing. Nothing of the headers is
 * shown, and the page's own window alone is told.
 */
export function devtools(): Interceptor {
  return (next) => async (call) => {
    const { message, url, headers } = call;
    const { name, method, version } = message.spec;
    const request = () => ({
      servable: name,
      method,
      version: String(version),
      instances: message.instances.map(brief),
    });
    try {
      const reply = await next(call);
      const { instances, errors } = reply.message;
      post(`${url}#${name}.${method}`, request, () => ({
        response: { instances: instances.map(brief), errors },
      }));
      return reply;
    } catch (thrown) {
      post(`${url}#${name}.${method}`, request, () => ({ error: errorOf(thrown, headers) }));
      throw thrown;
    }
  };
}

function errorOf(thrown: unknown, headers: Metadata): { code: unknown; message: string } {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  return { code, message: withoutSecrets(headers)(String(message)) };
}

/** @param method a whole address, of whose last part the panel makes its list */
function post(method: string, request: () => object, outcome: () => object): void {
  if (typeof window === "undefined" || !SIGNS.some((sign) => sign in window)) return;
  try {
    const told = { type: NAME, source: NAME, methodType: "unary", method, request: request(), ...outcome() };
    // As JSON has it: the panel shows nothing else.
    window.postMessage(JSON.parse(JSON.stringify(told)), "/");
  } catch (error) {
    // A call is not to fail of what looks at it.
    console.warn("A call could not be shown in the gRPC-Web Developer Tools:", error);
  }
}
