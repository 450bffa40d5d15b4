/** The proxy: HTTP, the method's path, gRPC-Web. */

import { decodeGrpcMessage, GRPC_MESSAGE, isGrpcWebType, PREDICT_PATH } from "../../wire/index.ts";
import { callNobody } from "./call-for-nobody.ts";
import { type Case, placeOf } from "./case.ts";
import { exchange } from "./exchange.ts";
import { type Finding, failed, ok, START_PROXY, skipped, type Words } from "./finding.ts";
import { codeOf } from "./network-steps.ts";
import { speaksHttp2, speaksTls } from "./speaks.ts";

const NOT_THE_PROXY = {
  en: `Give the proxy's address instead; you can ${START_PROXY.en}.`,
  zh: `请改用代理的地址；${START_PROXY.zh}。`,
};

const WRITE_HTTPS = { en: "Write https:// before the address.", zh: "请把地址写成 https://。" };

export async function http(subject: Case): Promise<Finding> {
  try {
    const { status, headers } = await exchange(
      `${new URL(subject.address).origin}/healthz`,
      subject.timeoutMs,
    );
    const server = headers.server === undefined ? "" : `, ${headers.server}`;
    return ok(`answers (HTTP ${status}${server})`, `有响应（HTTP ${status}${server}）`);
  } catch (error) {
    if (!placeOf(subject).tls && (await speaksHttp2(subject))) {
      return failed(
        { en: "the port speaks HTTP/2 only, as gRPC servers do", zh: "该端口只支持 HTTP/2，是 gRPC 端口" },
        {
          en: `This is a gRPC port, perhaps Serving's own, which browsers can't call. ${NOT_THE_PROXY.en}`,
          zh: `这是 gRPC 端口（可能是 Serving 自己的），浏览器无法直接调用。${NOT_THE_PROXY.zh}`,
        },
      );
    }
    if (!placeOf(subject).tls && (await speaksTls(subject))) {
      return failed({ en: "the port speaks TLS", zh: "该端口使用 TLS" }, WRITE_HTTPS);
    }
    return failed(`not HTTP (${codeOf(error)})`, {
      en: `This port is not a web server's. ${NOT_THE_PROXY.en}`,
      zh: `该端口不是 HTTP 服务。${NOT_THE_PROXY.zh}`,
    });
  }
}

export async function path(subject: Case): Promise<Finding> {
  const prefix = new URL(subject.address).pathname.replace(/\/$/, "");
  const called = prefix + PREDICT_PATH;
  let reply: Awaited<ReturnType<typeof callNobody>>;
  try {
    reply = await callNobody(subject);
  } catch (error) {
    return failed(`POST ${called}: ${codeOf(error)}`, {
      en: "The connection closes when the method is called: see the proxy's log.",
      zh: "调用方法时连接中断：请查看代理日志。",
    });
  }
  subject.reply = reply;
  const { status, headers } = reply;
  const line = `POST ${called}: HTTP ${status} ${reply.statusText}`.trimEnd();
  if (status >= 300 && status < 400) {
    return failed(`${line} → ${headers.location}`, afterRedirect(subject, headers.location ?? ""));
  }
  if (status === 400 && !placeOf(subject).tls && (await speaksTls(subject))) {
    return failed(`${line}: TLS`, WRITE_HTTPS);
  }
  if ([401, 403, 419, 440, 561].includes(status)) {
    const why = decodeGrpcMessage(String(headers[GRPC_MESSAGE] ?? ""));
    return failed(why ? `${line}: ${why}` : line, {
      en: "The proxy refuses the call: fix what it names, or send what it asks for (`metadata` in the client's options).",
      zh: "代理拒绝了调用：请按其说明处理，或提供它要求的信息（客户端选项 `metadata`）。",
    });
  }
  if ([404, 405, 501].includes(status)) {
    return prefix === "" ? failed(line, noSuchPath()) : failed(line, wrongPrefix(prefix));
  }
  return ok(line);
}

/** Words in the address of a login page. */
const LOGIN = /log-?in|log-?on|sign-?in|auth(?!or)|sso|saml|oidc|\bidp\b|account/i;

function afterRedirect({ address }: Case, location: string): Words {
  const from = new URL(address);
  const { protocol, hostname, host, pathname } = URL.canParse(location, address)
    ? new URL(location, address)
    : from;
  if (from.protocol === "http:" && protocol === "https:" && hostname === from.hostname) return WRITE_HTTPS;
  if (LOGIN.test(host + pathname)) {
    return {
      en: "A gateway sends calls without a session to its login page: sign in there first, with the browser of the page that calls, or send what the gateway takes instead (`metadata` in the client's options).",
      zh: "网关把未登录的调用重定向到登录页：请先用调用页面所在的浏览器登录，或提供网关接受的凭据（客户端选项 `metadata`）。",
    };
  }
  return {
    en: "Calls don't follow redirects: give the address that this one redirects to.",
    zh: "调用不会跟随重定向：请直接使用重定向后的地址。",
  };
}

function noSuchPath(): Words {
  return {
    en: `This server does not have that path: it is another web server, or the proxy serves calls under another path. ${NOT_THE_PROXY.en}`,
    zh: `该服务器没有这个路径：可能是别的网站，或代理使用了其他路径前缀。${NOT_THE_PROXY.zh}`,
  };
}

function wrongPrefix(prefix: string): Words {
  return {
    en: `Leave ${prefix} out of the address, unless the proxy serves calls under it: then its route is missing.`,
    zh: `请从地址中去掉 ${prefix}；如果代理确实使用该前缀，则缺少对应的路由。`,
  };
}

export async function grpcWeb({ reply }: Case): Promise<Finding> {
  const { status, headers } = reply!;
  const type = headers["content-type"] ?? "";
  if (isGrpcWeb(type)) return ok(`content-type: ${type}`);
  // The next step asks by the client, which knows what each status means.
  if (status >= 400 && status !== 415) {
    return skipped(`a proxy itself answers, with HTTP ${status}`, `代理自己返回了 HTTP ${status}`);
  }
  const seen = type === "" ? `HTTP ${status}, no content-type` : `HTTP ${status}, content-type: ${type}`;
  if (/^application\/grpc(\+|;|$)/.test(type) || status === 415) {
    return failed(seen, {
      en: "The proxy passes gRPC-Web on without translating it: turn the translation on (in Envoy, the filter envoy.filters.http.grpc_web, before the router).",
      zh: "代理没有转换 gRPC-Web：请启用转换（Envoy 中在 router 之前加 envoy.filters.http.grpc_web 过滤器）。",
    });
  }
  return failed(seen, {
    en: `This web server does not speak gRPC-Web. ${NOT_THE_PROXY.en}`,
    zh: `该服务器不支持 gRPC-Web。${NOT_THE_PROXY.zh}`,
  });
}

function isGrpcWeb(type: string | undefined): boolean {
  return isGrpcWebType(type ?? "");
}
