/** A proxy's address and the headers of calls to it, in Chinese. */

import type { placeEn } from "../en/place.ts";

export const placeZh: typeof placeEn = {
  address: "代理地址",
  addressBad: "这不是代理的地址：请写成 http://localhost:8080 的形式。",
  addressExtra: "请去掉用户名、密码、查询参数和片段。",
  addressMixed: "本页面通过 https 打开，浏览器会拦截 http 调用：请使用 https 地址。",
  headerName: (n) => `请求头 ${n} 的名称`,
  headerValue: (n) => `请求头 ${n} 的值`,
  removeHeader: (n) => `删除请求头 ${n}`,
  addHeader: "添加请求头",
  headerBad: "这不是合法的请求头：名称只能用字母、数字和 -，值只能是一行文字。",
  headerTwice: "已经有这个名称。",
};
