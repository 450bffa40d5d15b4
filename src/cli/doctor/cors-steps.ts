/** What a browser asks the proxy before it lets a page of another origin call, and read the answer. */

import {
  GRPC_ENCODING,
  GRPC_MESSAGE,
  GRPC_STATUS,
  GRPC_TIMEOUT,
  PREDICT_PATH,
  X_GRPC_WEB,
} from "../../wire/index.ts";
import { callNobody } from "./call-for-nobody.ts";
import type { Case } from "./case.ts";
import { exchange, type Reply } from "./exchange.ts";
import { type Finding, failed, ok, skipped } from "./finding.ts";
import { codeOf } from "./network-steps.ts";

/** What the client sends that CORS asks about; `grpc-timeout` goes with every call that has a deadline. */
const SENT_HEADERS = ["content-type", GRPC_TIMEOUT, X_GRPC_WEB];

/** Without these a page can't tell why a call failed. */
const NEEDED_HEADERS = [GRPC_STATUS, GRPC_MESSAGE];

export async function cors(subject: Case): Promise<Finding> {
  const { origin } = subject;
  if (isSameOrigin(subject)) return sameOrigin(origin);
  try {
    const { status, headers } = await preflight(subject, SENT_HEADERS);
    if (status < 200 || status > 299) return refused(origin!, `preflight: HTTP ${status}`);
    if (!allows(headers["access-control-allow-origin"], origin!)) {
      return refused(
        origin!,
        `preflight: access-control-allow-origin is ${headers["access-control-allow-origin"] ?? "missing"}`,
      );
    }
    const missing = missingIn(headers["access-control-allow-headers"], SENT_HEADERS);
    if (missing.length > 0) {
      return failed(`preflight: access-control-allow-headers lacks ${missing.join(", ")}`, {
        en: `Add ${missing.join(", ")} to the request headers that the proxy allows (Envoy: allow_headers).`,
        zh: `请把 ${missing.join(", ")} 加入代理允许的请求头（Envoy：allow_headers）。`,
      });
    }
    subject.foreignReply = await callNobody(subject, origin);
  } catch (error) {
    return refused(origin!, `preflight: ${codeOf(error)}`);
  }
  const answered = subject.foreignReply.headers["access-control-allow-origin"];
  if (!allows(answered, origin!)) {
    return refused(origin!, `answer: access-control-allow-origin is ${answered ?? "missing"}`);
  }
  return ok(`pages of ${origin} may call`, `${origin} 的页面可以调用`);
}

/** What `compress: true` needs besides. Most pages don't use it, so that it is no fault where it is missing. */
export async function packedRequests(subject: Case): Promise<Finding> {
  if (isSameOrigin(subject)) return sameOrigin(subject.origin);
  if (!subject.foreignReply) return skipped("fix CORS first", "请先解决 CORS");
  const { headers } = await preflight(subject, [...SENT_HEADERS, GRPC_ENCODING]).catch(() => NO_ANSWER);
  if (missingIn(headers["access-control-allow-headers"], [GRPC_ENCODING]).length === 0)
    return ok(GRPC_ENCODING);
  return skipped(
    `${GRPC_ENCODING} is not allowed, which only \`compress: true\` needs: add it to the allowed request headers (Envoy: allow_headers) if you use that`,
    `不允许 ${GRPC_ENCODING}，只有 \`compress: true\` 需要它：如需使用，请把它加入代理允许的请求头（Envoy：allow_headers）`,
  );
}

const NO_ANSWER: Pick<Reply, "headers"> = { headers: {} };

export async function exposedHeaders(subject: Case): Promise<Finding> {
  if (isSameOrigin(subject)) return sameOrigin(subject.origin);
  if (!subject.foreignReply) return skipped("fix CORS first", "请先解决 CORS");
  const missing = missingIn(subject.foreignReply.headers["access-control-expose-headers"], NEEDED_HEADERS);
  if (missing.length === 0) return ok(NEEDED_HEADERS.join(", "));
  return failed(`access-control-expose-headers lacks ${missing.join(", ")}`, {
    en: `Add ${missing.join(", ")} to the headers that the proxy exposes (Envoy: expose_headers): without them a page can't tell why a call failed.`,
    zh: `请把 ${missing.join(", ")} 加入代理暴露的响应头（Envoy：expose_headers）：否则页面看不到调用失败的原因。`,
  });
}

function preflight({ address, origin, timeoutMs }: Case, asked: readonly string[]): Promise<Reply> {
  return exchange(address + PREDICT_PATH, timeoutMs, {
    method: "OPTIONS",
    headers: {
      origin: origin!,
      "access-control-request-method": "POST",
      "access-control-request-headers": asked.join(","),
    },
  });
}

function isSameOrigin({ origin, address }: Case): boolean {
  return origin === undefined || origin === new URL(address).origin;
}

function sameOrigin(origin: string | undefined): Finding {
  return origin === undefined
    ? skipped("no --origin given: page and proxy have the same origin", "未给出 --origin：视为页面与代理同源")
    : skipped("page and proxy have the same origin", "页面与代理同源");
}

function refused(origin: string, seen: string): Finding {
  return failed(seen, {
    en: `Browsers don't let a page of ${origin} call here: allow the origin, exactly as written (\`--origin ${origin}\` of serve and envoy), or serve page and proxy from one origin.`,
    zh: `浏览器不允许 ${origin} 的页面调用：请原样加入允许的源（serve 与 envoy 的 \`--origin ${origin}\`），或让页面与代理同源。`,
  });
}

function allows(header: string | undefined, origin: string): boolean {
  return header === origin || header === "*";
}

function missingIn(header: string | undefined, names: readonly string[]): string[] {
  const listed = (header ?? "").toLowerCase().split(/\s*,\s*/);
  return listed.includes("*") ? [] : names.filter((name) => !listed.includes(name));
}
