/** An address that a page may not call, by the policy that it was served with: what to do, in both languages. */

import type { Failure } from "./failure.ts";

/** @param origin of the address */
export function forbiddenAddress(origin: string): Failure {
  const texts = {
    en: `This page may not call ${origin}: its Content-Security-Policy forbids it.`,
    zh: `本页面不能调用 ${origin}：页面的 Content-Security-Policy 不允许。`,
  };
  const hint = {
    en: `Add ${origin} to connect-src in the Content-Security-Policy of the web server that this page comes from, then reload the page. The app's own headers, as \`serve\` sends them, allow every address.`,
    zh: `请在提供本页面的 Web 服务器的 Content-Security-Policy 中，把 ${origin} 加入 connect-src，然后刷新页面。应用自带的响应头（\`serve\` 发送的）允许所有地址。`,
  };
  return { error: texts.en, kind: "proxy-unreachable", scope: "call", hint, texts };
}
