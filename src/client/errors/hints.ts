/** What to do about each kind of failure, in the two languages of the users; where more is known, `hint-of.ts` says more. */

import type { ErrorKind } from "./error-kinds.ts";

/** What to do next about a failure, for the person at the page. */
export interface Hint {
  /** In English. */
  en: string;
  /** In Chinese. */
  zh: string;
}

export const hints: Readonly<Record<ErrorKind, Hint>> = {
  offline: {
    en: "This device is offline. Connect it and try again.",
    zh: "当前设备没有联网。请连接网络后重试。",
  },
  "proxy-unreachable": {
    en: "Nothing answered at this address. Check that the proxy (Envoy, or `serve`) is running and that address and port are its own, not Serving's. An https page can call only https addresses, and a Content-Security-Policy must list the address in its connect-src.",
    zh: "该地址没有响应。请确认代理（Envoy 或 `serve`）已启动，并检查地址和端口是否是代理的，而不是 Serving 的。https 页面只能访问 https 地址；如果页面有 Content-Security-Policy，该地址还须写入 connect-src。",
  },
  cors: {
    en: "The server answers, but its CORS rules don't let this page read the reply. Add this page's origin to the proxy's allowed origins (`--origin`), or serve page and proxy from one origin. If it worked before, a session may be over: sign in again and reload the page.",
    zh: "服务器有响应，但 CORS 规则不允许本页面读取。请把本页面的源加入代理允许的源（`--origin`），或让页面和代理同源。如果之前可以调用，可能是登录已过期：请重新登录并刷新页面。",
  },
  "not-grpc-web": {
    en: "Something answers at this address, but it does not speak gRPC-Web. Point the client at the proxy's port, not at Serving's own gRPC or REST port or another web server.",
    zh: "该地址有响应，但不是 gRPC-Web。请指向代理的端口，而不是 Serving 自己的 gRPC、REST 端口或其他网站。",
  },
  unauthorized: {
    en: "Something between this page and Serving needs credentials, or denies access. If you signed in to this page, reload it to sign in again. In code, send credentials in metadata (such as `authorization`), renew an expired token, and check the caller's permissions.",
    zh: "通往 Serving 的路上有一环要求身份验证，或禁止本次调用。如果本页面需要登录，请刷新页面重新登录。在代码中，请在 metadata 中提供所需的凭据（例如 `authorization`），更新过期的令牌，并检查调用者的权限。",
  },
  refused: {
    en: "Something on the way to Serving refused the call; its text says why. Fix what it names, or ask whoever runs the gateway.",
    zh: "通往 Serving 的路上有一环拒绝了本次调用，原因见其错误信息。请按该信息处理，或联系网关的管理员。",
  },
  "worker-down": {
    en: "The proxy is running, but the Serving worker behind it does not answer. Start Serving, or check the worker's address in the proxy's configuration.",
    zh: "代理在运行，但它后面的 Serving 没有响应。请启动 Serving，或检查代理配置中的 Serving 地址。",
  },
  "servable-not-available": {
    en: "Serving is running, but without this servable in this version. Check its name and version against what Serving loaded.",
    zh: "Serving 在运行，但没有加载这个 Servable 或这个版本。请核对 Servable 名称和版本号。",
  },
  "method-not-available": {
    en: "The servable is running, but has no such method. Check the method's name against servable_config.py.",
    zh: "Servable 在运行，但没有这个方法。请与 servable_config.py 核对方法名。",
  },
  "invalid-input": {
    en: "The server refused the input. Compare input names, dtypes and shapes with the method's signature.",
    zh: "服务器不接受该输入。请把输入名、dtype 和 shape 与方法的定义核对。",
  },
  "model-failed": {
    en: "The method failed on this input. Check the input itself (is the image complete, and a JPEG, PNG, BMP or TIFF?), then Serving's log.",
    zh: "方法处理该输入时失败。请先检查输入本身（例如图片是否完整，是否为 JPEG、PNG、BMP 或 TIFF），再查看 Serving 日志。",
  },
  "queue-full": {
    en: "Serving, or a gateway before it, has too many requests. Try again in a moment, with fewer calls at once.",
    zh: "Serving 或其前面的网关请求过多。请稍后重试，并减少并发请求数。",
  },
  "too-large": {
    en: "The message is over a size limit. Send fewer or smaller instances, or raise max_msg_mb_size in start_grpc_server (at most 512).",
    zh: "消息超过大小限制。请减少每次的实例数或缩小数据，或调大 start_grpc_server 的 max_msg_mb_size（最大 512）。",
  },
  timeout: {
    en: "No answer within the time allowed. Raise timeoutMs (and the proxy's route timeout), or send fewer instances in a call.",
    zh: "在限定时间内没有得到响应。请调大 timeoutMs（以及代理的路由超时），或减少每次的实例数。",
  },
  cancelled: {
    en: "The server or the proxy cancelled the call, for example because it is shutting down. Try again.",
    zh: "服务器或代理取消了本次调用，例如正在关闭。请重试。",
  },
  protocol: {
    en: "The reply is broken or incomplete, so none of it was used. Try again; if it happens again, check what is between this page and Serving.",
    zh: "响应损坏或不完整，已全部丢弃。请重试；如果仍然出现，请检查页面和 Serving 之间的环节。",
  },
};
