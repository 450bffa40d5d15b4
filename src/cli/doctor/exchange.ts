/** One HTTP request as it is, without anything that `fetch` adds or hides. */

import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

export interface Reply {
  status: number;
  statusText: string;
  headers: IncomingHttpHeaders;
}

/** Resolves with the reply's head once it is there. Rejects with the platform's error. */
export function exchange(
  url: string,
  timeoutMs: number,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Reply> {
  const request = url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: options.method ?? "GET",
      headers: options.headers ?? {},
      agent: false,
    });
    const timer = setTimeout(
      () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    sent.once("response", ({ statusCode, statusMessage, headers }) => {
      clearTimeout(timer);
      resolve({ status: statusCode!, statusText: statusMessage ?? "", headers });
      sent.destroy();
    });
    sent.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    sent.end(options.body);
  });
}
