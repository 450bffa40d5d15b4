/** "Use it in your code", in Chinese. */

import type { codeEn } from "../en/code.ts";

export const codeZh: typeof codeEn = {
  elementAtWork: "元素的实际效果",
  elementsPage: "查看两个元素的更多用法",
  severalFiles: "可一次选择多个文件",
  htmlGoes:
    "完整的网页：保存为 page.html，放在任意网站上。如果浏览器提示 CORS，请用 --origin 加上该页面的源启动代理。",
  typescriptGoes: "页面的一个模块，例如 Vite 项目的 src/main.ts。",
  reactGoes: "一个组件：保存为 src/ServingCall.tsx，并在需要的位置使用 <ServingCall />。",
  installFirst: "请先运行：",
  installUntil: "（在发布到 npm 之前，请看 README 的“在代码中使用”一节）。",
  pythonGoes:
    "一个程序：保存为 call.py，在能访问 Serving 自身端口的机器上运行。请先安装 mindspore_serving 的 wheel 包。",
  pythonGoesPillow:
    "一个程序：保存为 call.py，在能访问 Serving 自身端口的机器上运行。请先安装 mindspore_serving 的 wheel 包和 pillow。",
  codeLanguage: "代码语言",
};
