/** "Use it in your code", in Chinese. */

import type { codeEn } from "../en/code.ts";

export const codeZh: typeof codeEn = {
  elementAtWork: "元素的实际效果",
  elementsPage: "查看两个元素的更多用法",
  codeLanguage: "代码语言",
};
