/** Why a picture could not be had from its address: what failed and what to do, in both languages. */

import type { Hint } from "../client/index.ts";
import type { Failure } from "./failure.ts";

const SAVE: Hint = {
  en: "Save the picture on this device, then choose the file.",
  zh: "请先把图片保存到本机，再选择该文件。",
};

const PICTURE_ITSELF: Hint = {
  en: "Open the page, then drag the picture itself, or copy the picture's own address.",
  zh: "请打开该网页，拖动图片本身，或复制图片自己的地址。",
};

/** What is in the way; `from` is the address's host, `about` a status, a size or the address's scheme. */
const TEXTS = {
  unreadable: (from: string) => ({
    en: `${from} does not let other pages read its pictures, or did not answer.`,
    zh: `${from} 不允许其他页面读取它的图片，或者没有响应。`,
  }),
  forbidden: (from: string) => ({
    en: `This page may not load pictures from ${from}: its Content-Security-Policy forbids it.`,
    zh: `本页面不能从 ${from} 加载图片：页面的 Content-Security-Policy 不允许。`,
  }),
  insecure: (from: string) => ({
    en: `The picture's address at ${from} begins with http:, and this page came by https: browsers block that.`,
    zh: `${from} 上图片的地址以 http: 开头，而本页面通过 https 打开：浏览器会拦截。`,
  }),
  status: (from: string, about: string) => ({
    en: `${from} answered HTTP ${about} in place of the picture.`,
    zh: `${from} 没有返回图片，而是返回了 HTTP ${about}。`,
  }),
  page: (from: string) => ({
    en: `This is the address of a web page at ${from}, not of a picture.`,
    zh: `这是 ${from} 上一个网页的地址，不是图片的地址。`,
  }),
  other: (from: string) => ({
    en: `What ${from} sent is not a picture.`,
    zh: `${from} 发来的不是图片。`,
  }),
  large: (from: string) => ({
    en: `The picture at ${from} is above Serving's limit of 100 MB for a request.`,
    zh: `${from} 上的图片超过 Serving 单个请求 100 MB 的限制。`,
  }),
  stalled: (from: string, about: string) => ({
    en: `${from} sent nothing for ${about} seconds.`,
    zh: `${from} 已有 ${about} 秒没有发送数据。`,
  }),
  scheme: (_: string, about: string) => ({
    en: `This page can't read addresses that begin with ${about}`,
    zh: `本页面无法读取以 ${about} 开头的地址。`,
  }),
  data: () => ({
    en: "The address should hold a picture itself (data:), and does not.",
    zh: "这个地址本身应当包含图片（data:），但其中没有图片。",
  }),
} satisfies Record<string, (from: string, about: string) => Hint>;

/** What can be in the way of a picture that only its address is known of. */
export type LinkTrouble = keyof typeof TEXTS;

export function pictureNotFetched(trouble: LinkTrouble, from: string, about = ""): Failure {
  const texts = TEXTS[trouble](from, about);
  const hint = trouble === "page" ? PICTURE_ITSELF : SAVE;
  return { error: texts.en, kind: "file", scope: "instance", hint, texts };
}
