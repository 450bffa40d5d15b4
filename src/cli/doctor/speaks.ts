/** Which other protocol is spoken at a case's address. */

import { connect as connectHttp2 } from "node:http2";
import { connect as connectTls } from "node:tls";
import { type Case, placeOf } from "./case.ts";

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
