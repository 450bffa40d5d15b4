/** One HTTP request as it is, without anything that `fetch` adds or hides. */

import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { request as requestHttps } from "node:https";
import { connect as connectTls } from "node:tls";
import { concat } from "../../wire/bytes.ts";
import { BINARY_TYPE } from "../../wire/content-types.ts";
import { frameHeader } from "../../wire/frame.ts";
import { X_GRPC_WEB } from "../../wire/header-names.ts";
import { encodeRequest } from "../../wire/request.ts";
import { PREDICT_PATH } from "../../wire/schema.ts";
import { type Case, placeOf } from "./case.ts";

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

/** A name that no servable has: every release refuses the call before anything runs. */
export const NOBODY = "mindspore-serving-web.doctor";

/** The client's own call, for no servable. */
export function callNobody(subject: Case, origin?: string): Promise<Reply> {
  const spec = { name: NOBODY, method: NOBODY, version: 0n };
  const { parts, length } = encodeRequest({ spec, instances: [] }, [2]);
  return exchange(subject.address + PREDICT_PATH, subject.timeoutMs, {
    method: "POST",
    headers: {
      "content-type": BINARY_TYPE,
      accept: BINARY_TYPE,
      [X_GRPC_WEB]: "1",
      ...(origin !== undefined && { origin }),
    },
    body: concat([frameHeader(0, length), ...(parts as Uint8Array[])]),
  });
}

/** Whether a gRPC server listens: HTTP/2 from the first byte on. */
export function speaksHttp2(subject: Case): Promise<boolean> {
  return new Promise((settle) => {
    const session = connectHttp2(subject.address);
    session.setTimeout(subject.timeoutMs, () => session.destroy());
    session.once("remoteSettings", () => {
      settle(true);
      session.destroy();
    });
    session.once("error", () => settle(false));
    session.once("close", () => settle(false));
  });
}

export function speaksTls(subject: Case): Promise<boolean> {
  const { host, port } = placeOf(subject);
  return new Promise((settle) => {
    const socket = connectTls({ host, port, rejectUnauthorized: false, timeout: subject.timeoutMs }, () => {
      settle(true);
      socket.destroy();
    });
    socket.once("timeout", () => socket.destroy());
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
  });
}
