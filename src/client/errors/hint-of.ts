/** What to do about a failure, of which more may be known than its kind. */

import { type CutText, GRPC_ENCODING } from "../../wire/index.ts";
import type { ErrorKind } from "./error-kinds.ts";
import { type Hint, hints } from "./hints.ts";

/** What says that a call's headers are too large: HTTP 431, 400 of nginx and IIS, RESOURCE_EXHAUSTED of a gRPC server. */
export const ABOUT_HEADERS = /(header|cookie|metadata).*(too (large|long)|exceed)/i;

const HEADERS_TOO_LARGE: Hint = {
  en: "Cookies and metadata together are more than a server on the way takes. Clear this site's cookies, send less metadata, or raise that server's limit.",
  zh: "Cookie 和 metadata 合计超过途中服务器的请求头上限。请清除本站的 Cookie、减少 metadata，或调大该上限。",
};

const HTTP_VERSION: Hint = {
  en: "A proxy on the way must use HTTP/1.1 (nginx: `proxy_http_version 1.1`).",
  zh: "途中的代理须使用 HTTP/1.1（nginx：`proxy_http_version 1.1`）。",
};

/** By HTTP status, where a gateway's says more than the kind. */
const BY_HTTP: Readonly<Record<number, Hint>> = {
  408: {
    en: "A gateway stopped waiting for the upload. Send less in a call, or raise its limit (Envoy: request_timeout; nginx: client_body_timeout).",
    zh: "网关等待上传超时。请减少每次发送的数据，或调大其限制（Envoy：request_timeout；nginx：client_body_timeout）。",
  },
  413: {
    en: "The message is over a gateway's limit, not Serving's. Send less in a call, or raise that limit (nginx: client_max_body_size).",
    zh: "消息超过网关（而非 Serving）的限制。请减少每次发送的数据，或调大该限制（nginx：client_max_body_size）。",
  },
  426: HTTP_VERSION,
  431: HEADERS_TOO_LARGE,
  505: HTTP_VERSION,
  511: {
    en: "This network wants you to sign in: open any web page to do so, then try again.",
    zh: "当前网络要求先登录：请打开任意网页登录，然后重试。",
  },
};

/** Of the function that a page gives as `metadata`. */
const METADATA_FAILED: Hint = {
  en: "The page's own function for `metadata` failed, so nothing was sent. Sign in again and reload the page; if it happens again, that function is to be mended.",
  zh: "页面提供的 `metadata` 函数出错，调用没有发出。请重新登录并刷新页面；如果仍然出现，请修正该函数。",
};

const REDIRECTED: Hint = {
  en: "The call was redirected, as when a session is over: sign in again and reload the page. If the address has moved, give the client the new one.",
  zh: "调用被重定向，通常是登录已过期：请重新登录并刷新页面。如果地址已变更，请使用新地址。",
};

const TO_HTTPS: Hint = {
  en: "Give the client the https:// address: calls don't follow this redirect.",
  zh: "请使用 https:// 地址：调用无法跟随此重定向。",
};

/** For `worker-down` by an HTTP status that says no more than that. */
const GATEWAY_FAILED: Hint = {
  en: "A gateway on the way failed, which may pass: try again, or set `retry`. If it lasts, see its log.",
  zh: "途中的网关出错，可能会自行恢复：请重试，或使用 `retry`。如果持续出现，请查看其日志。",
};

/** HTTP statuses that say that nobody is behind a proxy. */
const NOBODY_BEHIND = [502, 503, 530];

const REPLY_TOO_LARGE: Hint = {
  en: "The reply is too large. Send less in a call, or raise maxReplyBytes.",
  zh: "响应过大。请减少每次发送的数据，或调大 maxReplyBytes。",
};

/** For `cors` that allows all of a call but what `compress` adds. */
const PACKED_CORS: Hint = {
  en: "Add `grpc-encoding` to the request headers that the proxy's CORS rules allow (Envoy: allow_headers), or leave out `compress`.",
  zh: "请把 `grpc-encoding` 加入代理 CORS 规则允许的请求头（Envoy：allow_headers），或去掉 `compress` 选项。",
};

/** For `worker-down` where Serving itself answers: it is the servable that has no worker. */
const NO_LIVE_WORKER: Hint = {
  en: "Serving is running, but no worker of this servable is alive. A dead worker is usually restarted within seconds: try again, or set `retry`. If it lasts, check Serving's log, and whether the servable is still loaded.",
  zh: "Serving 在运行，但这个 Servable 目前没有存活的 worker。worker 退出后通常会在几秒内重新启动：请重试，或使用 `retry`。如果持续出现，请查看 Serving 日志，并确认该 Servable 仍在加载列表中。",
};

/** What is added to the hint of an error whose text was cut. */
const CUT_NOTE: Hint = {
  en: "Serving cut the middle of this text; see its log for the rest.",
  zh: "Serving 截去了这段文字的中间部分，其余内容请查看 Serving 日志。",
};

/** What of an error its hint depends on; an error value has it. */
export interface HintSubject {
  /** What kind of failure it is. */
  kind: ErrorKind;
  /** The call's own, where it failed; absent where Serving answered. */
  grpcStatus?: number | undefined;
  /** Of a reply that had another than 200. */
  httpStatus?: number | undefined;
  /** Where the call was redirected to; empty where the browser hides it. */
  redirectedTo?: string | undefined;
  /** Its text. */
  error?: string | undefined;
  /** Where Serving cut its text. */
  cut?: CutText | undefined;
}

/**
 * What to do next about a failure.
 * @param failure an error value (of an instance too, which carries no hint), or a kind alone
 */
export function hintOf(failure: ErrorKind | HintSubject): Hint {
  if (typeof failure === "string") return hints[failure];
  const { cut } = failure;
  const hint = finerHint(failure) ?? hints[failure.kind];
  if (!cut) return hint;
  return { en: `${hint.en} ${CUT_NOTE.en}`, zh: `${hint.zh}${CUT_NOTE.zh}` };
}

function finerHint({
  kind,
  grpcStatus,
  httpStatus = 200,
  redirectedTo,
  error = "",
}: HintSubject): Hint | undefined {
  if (redirectedTo !== undefined) return kind === "not-grpc-web" ? TO_HTTPS : REDIRECTED;
  switch (kind) {
    case "worker-down":
      if (grpcStatus === undefined) return NO_LIVE_WORKER;
      return httpStatus === 200 || NOBODY_BEHIND.includes(httpStatus) ? undefined : GATEWAY_FAILED;
    case "cors":
      return error.includes(GRPC_ENCODING) ? PACKED_CORS : undefined;
    case "refused":
      return ABOUT_HEADERS.test(error) ? HEADERS_TOO_LARGE : BY_HTTP[httpStatus];
    case "too-large":
      return error.includes("the reply") ? REPLY_TOO_LARGE : BY_HTTP[httpStatus];
    case "unauthorized":
      return error.startsWith("metadata") ? METADATA_FAILED : BY_HTTP[httpStatus];
    case "timeout":
      return BY_HTTP[httpStatus];
    default:
      return undefined;
  }
}
