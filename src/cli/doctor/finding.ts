/** What one step of the doctor's finds. */

import type { Hint } from "../../client/index.ts";

/** Words for people, in both languages. */
export type Words = Hint;

export interface Finding {
  status: "ok" | "failed" | "skipped";
  /** What was seen. */
  detail: Words;
  /** What to do about it; with every failure. */
  fix?: Words;
}

export const ok = (en: string, zh = en): Finding => ({ status: "ok", detail: { en, zh } });
export const skipped = (en: string, zh: string): Finding => ({ status: "skipped", detail: { en, zh } });
export const failed = (detail: Words | string, fix: Words): Finding => ({
  status: "failed",
  detail: typeof detail === "string" ? { en: detail, zh: detail } : detail,
  fix,
});

/** How to get a proxy; the end of several pieces of advice. */
export const START_PROXY: Words = {
  en: "start one with `npx mindspore-serving-web serve --worker HOST:PORT`, or Envoy with what `npx mindspore-serving-web envoy` prints",
  zh: "可用 `npx mindspore-serving-web serve --worker HOST:PORT` 启动，或用 `npx mindspore-serving-web envoy` 生成 Envoy 配置",
};
