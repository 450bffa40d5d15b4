/** The page Add, in Chinese. */

import type { addEn } from "../en/add.ts";
import { formsZh } from "./forms.ts";

export const addZh: typeof addEn = {
  ...formsZh,
  addTitle: "矩阵相加",
  addIntro:
    "教程中的三个实例在一次请求中发送。方向键可在单元格间移动，也可以粘贴电子表格中的一块数据。调用 add_common2 可以看到整个请求失败；把实例 2 的一个输入改为 int32 可以看到单个实例失败。",
  methodCommon: "只接受 float32 2×2",
  methodCast: "任意 dtype，转换为 float32",
  callMissing: (method) => `调用不存在的 ${method}`,
  cell: (input, row, column) => `${input} 第 ${row} 行第 ${column} 列`,
  reset: "恢复教程中的值",
  asPython: "按 Python 打印的请求和响应",
  addDone: (done, all) => `${all} 个实例中完成 ${done} 个`,
  fixCells: (count) => `有 ${count} 个单元格需要修改，请求没有发送。`,
  pasteCut: (side) => `这里的矩阵最多 ${side} 行 ${side} 列：超出的部分没有粘贴。`,
  pasteRefused: (why) => `没有粘贴。${why}`,
  pasteRank: (shape) => `矩阵只有行和列，而文本的 shape 是 ${shape}。`,
};
