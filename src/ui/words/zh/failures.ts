/** Around the text of a failure, in Chinese. */

import type { FailureWords } from "../en/failures.ts";

export const failuresZh: FailureWords = {
  serverSilent: "服务器没有给出错误信息。",
  whatToDo: (todo) => `处理办法：${todo}`,
};
