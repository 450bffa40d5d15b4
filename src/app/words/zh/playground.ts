/** The playground: what is sent, and what can be wrong with it, in Chinese. */

import type { playgroundEn } from "../en/playground.ts";
import { filesZh } from "./files.ts";
import { formsZh } from "./forms.ts";
import { keptZh } from "./kept.ts";
import { viewerZh } from "./viewer.ts";

export const playgroundZh: typeof playgroundEn = {
  ...filesZh,
  ...formsZh,
  ...keptZh,
  ...viewerZh,
  playgroundTitle: "试验台",
  playgroundIntro: "可以调用任意 Servable 的任意方法：填写实例，运行，查看返回的结果。",
  askInputs: "加载输入",
  example: "示例",
  exampleNumber: (n) => `示例 ${n}`,
  exampleTaken: "已填入示例",
  chooseImage: "选择图片",
  sendAnyway: "仍然发送",
  asForm: "表单",
  asJson: "JSON",
  jsonLabel: "JSON 格式的实例",
  jsonNote:
    '格式与 Serving 的 RESTful 服务相同：数字和列表为 float32；用 {"value", "type", "shape"} 指定类型和形状，{"b64"} 表示字节。',
  inputName: (n) => `输入 ${n} 的名称`,
  valuesOf: (input) => `${input} 的值`,
  fileOf: (input) => `${input} 的文件`,
  shapeHint: "shape：自动",
  hexHint: "十六进制，例如 ff d8 ff",
  chooseFile: "选择文件",
  chooseNpy: "文件：.npy、文本或原始数据",
  takeFileAway: "移除文件",
  addInput: "添加输入",
  removeInput: (input) => `删除输入 ${input}`,
  noReply: "响应会显示在这里。",
  stop: "停止",
  replyIn: (ms) => `用时 ${ms} 毫秒`,
  fixInputs: (count) => `有 ${count} 个输入需要修改，请求没有发送。`,
  inputsUnknown: "无法从这个服务器得知输入名：请手动填写。",
  inputsLearned: (count) => `已填入 ${count} 个输入名`,
  faultNameless: "请给输入命名。",
  faultTwice: (name) => `已经有名为 ${name} 的输入。`,
  faultShape: (text) => `“${text}”不是 shape：请填写各维的大小，例如 2, 3。`,
  faultHex: "字节请写成成对的十六进制数字，例如 ff d8。",
  faultUnlike: (expected, given) => `方法的签名要求：${expected}；这里给出：${given}。`,
  faultNoImage: "请选择图片。",
  faultMissing: (name) => `缺少方法的输入 ${name}：请添加。`,
  faultThrown: (why) => `无法读取这个输入：${why}`,
  faultNoJson: (why) => `这不是 JSON：${why}`,
  faultNoInstances: '请给出 {"instances": [{…}]}，至少包含一个由输入名和值组成的实例。',
  faultJsonValue: (place) => `${place} 不是数字、文本、列表或 {"value", "type", "shape"} 对象。`,
  faultJsonType: (place) => `${place} 的类型无效：可以是 int8 到 float64、bool、str 或 bytes。`,
  faultJsonFile: (place) => `${place} 是文件：请在表单中选择，或写成 {"b64": "…"} 的形式。`,
  faultJsonMany: (has, most) => `这里共有 ${has} 个实例和输入，表单最多 ${most} 个：更多的请用脚本发送。`,
  faultJsonDeep: (place) => `${place} 的列表嵌套达到 64 层以上：没有数组有这么多维。`,
  faultJsonDigits: (place) =>
    `${place} 含有大于 2^53 的整数，JSON 会把它舍入：请写成文本（"9007199254740993"）。`,
};
