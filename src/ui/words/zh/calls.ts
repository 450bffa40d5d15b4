/** What app and elements say of calls, and around the text of a failure, in Chinese. */

import type { CallWords } from "../en/calls.ts";

export const callsZh: CallWords = {
  waiting: "等待中",
  running: "运行中",
  done: "完成",
  failed: "失败",
  result: "结果",
  retry: "重试",
  serverSilent: "服务器没有给出错误信息。",
  whatToDo: (todo) => `处理办法：${todo}`,
};
