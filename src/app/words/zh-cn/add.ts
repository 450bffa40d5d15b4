/** The page Add, in Chinese. */

import { str } from "@lit/localize";

export const addZh = {
  addTitle: "矩阵相加",
  addIntro:
    "教程中的三个实例在一次请求中发送。方向键可在单元格间移动，也可以粘贴电子表格中的一块数据。选择 add_common2 可以看到整个请求失败；把实例 2 的一个输入改为 int32 可以看到单个实例失败。",
  method: "方法",
  methodCommon: "只接受 float32 2×2",
  methodCast: "任意 dtype，转换为 float32",
  methodMissing: "不存在的方法",
  instance: str`实例 ${0}`,
  dtypeOf: str`${0} 的 dtype`,
  cell: str`${0} 第 ${1} 行第 ${2} 列`,
  run: "运行",
  runningCall: "运行中…",
  reset: "恢复教程中的值",
  result: "结果",
  notRun: "尚未运行",
  asPython: "按 Python 打印的请求和响应",
  addDone: str`${1} 个实例中完成 ${0} 个`,
  fixCell: "有 1 个单元格需要修改，请求没有发送。",
  fixCells: str`有 ${0} 个单元格需要修改，请求没有发送。`,
  cellEmpty: "空白：请输入数字",
  cellNotNumber: str`“${0}”不是数字`,
  cellNotWhole: str`${0} 不是整数，而 ${1} 需要整数`,
  cellNotBool: str`“${0}”不是布尔值：请输入 true 或 false`,
  cellOutOfRange: str`${0} 超出 ${1} 的范围（${2} 到 ${3}）`,
  pasteCut: str`这里的矩阵最多 ${0} 行 ${0} 列：超出的部分没有粘贴。`,
};
