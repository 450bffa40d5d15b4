/** What is wrong with typed elements, in Chinese. */

import type { ValueWords } from "../en/values.ts";

export const valuesZh: ValueWords = {
  cellEmpty: "空白：请输入数字",
  cellNotNumber: (text) => `“${text}”不是数字`,
  cellDecimalComma: (text) => `“${text}”中有逗号：小数点请写成“.”，不要使用千位分隔符`,
  cellBlank: (text) => `“${text}”中有空格：这里应是一个数字，不要使用千位分隔符`,
  cellNotWhole: (text, dtype) => `${text} 不是整数，而 ${dtype} 需要整数`,
  cellNotBool: (text) => `“${text}”不是布尔值：请输入 true 或 false`,
  cellOutOfRange: (text, dtype, min, max) => `${text} 超出 ${dtype} 的范围（${min} 到 ${max}）`,
  faultNoValues: "请填写值，例如 [[1, 2], [3, 4]]，或选择文件。",
  faultBrackets: "方括号不配对，或数字与列表混在一起。",
  faultRagged: (row, has, expected) => `第 ${row} 行有 ${has} 个元素，应为 ${expected} 个。`,
  faultElement: (n, why) => `第 ${n} 个元素：${why}`,
  faultLine: (line, n, why) => `第 ${line} 行第 ${n} 个元素：${why}`,
  faultDtype: (printed, dtype) =>
    `文本中写的是 dtype=${printed}，而所选的是 ${dtype}：请选择相同的 dtype，或从文本中删去“dtype=…”。`,
  faultSizes: (has, shape) => `共有 ${has} 个元素，与 shape ${shape} 不符。`,
  faultTooLong: (has, most) =>
    `没有粘贴：粘贴后会有 ${has} 个字符，而输入框最多 ${most} 个。更大的值请用文件或脚本发送。`,
};
