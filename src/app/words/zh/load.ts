/** The page Load, in Chinese. */

import type { loadEn } from "../en/load.ts";
import { playgroundZh } from "./playground.ts";

export const loadZh: typeof loadEn = {
  ...playgroundZh,
  loadTitle: "压测一个方法",
  loadIntro:
    "每秒能给出多少个结果？一次调用要多久？同一个请求会反复发送：依次使用不同的并发数，每次调用携带不同数量的实例。",
  loadSample: "使用示例图片",
  loadNoSample: "示例图片加载失败，请选择自己的图片。",
  loadOne: (count) => `这里有 ${count} 个实例：请只给一个，每次调用都会重复使用它。`,
  loadConcurrency: "并发调用数",
  loadBatch: "每次调用的实例数",
  loadSeconds: "每步最多几秒",
  loadCalls: "每步最多调用几次",
  loadFaultList: (most) => `请输入 1 到 ${most} 的整数，用逗号分隔。`,
  loadFaultNumber: (most) => `请输入 1 到 ${most} 的整数。`,
  loadFaultSteps: (steps, most) => `每种批大小与每种并发数组合，共有 ${steps} 步：最多 ${most} 步，请减少。`,
  loadFaultSeconds: (steps, seconds, most) =>
    `${steps} 步、每步 ${seconds} 秒，共 ${steps * seconds} 秒：合计最多 ${most} 秒，请减少步数或缩短时间。`,
  loadPlan: (method, address, most, seconds, timeout) =>
    `只调用 ${address} 上的 ${method}：最多 ${most} 次调用，都在 ${seconds} 秒内发起；单次调用最长 ${timeout} 秒。离开本页面即停止。这会给该服务器加上负载，请先征得负责人同意。`,
  loadTooMuch: (has, most) =>
    `同时进行的调用共有 ${has} MB，这里最多容纳 ${most} MB：请减小输入、并发数或批大小。`,
  loadRun: "开始",
  loadAt: (address, time) => `目标 ${address}，${time}`,
  loadProgress: (done, all) => `${all} 步中完成 ${done} 步`,
  loadStopped: "已停止",
  loadLeft: "已停止：离开了页面",
  loadHopeless: "提前结束：继续调用也不会有结果",
  loadHttp1: (most) =>
    `† 本页面通过 HTTP/1.1 访问服务器，浏览器对同一服务器最多保持 ${most} 个连接：并发超过 ${most} 时，其余调用在浏览器中排队，测得的时间不能说明服务器的情况。请使用下面的命令，或让代理以 HTTPS 提供 HTTP/2。`,
  loadUnknownProtocol: (most) =>
    `浏览器没有说明用哪种协议访问该服务器。如果是 HTTP/1.1，对同一服务器最多保持 ${most} 个连接：并发超过 ${most} 时，其余调用会在浏览器中排队。下面的命令没有这个限制。`,
  loadSteps: "各步结果",
  loadCount: "调用次数",
  loadPerSecond: "每秒结果数",
  loadFailed: "失败的实例",
  loadPerSecondBy: "每秒结果数（横轴：并发调用数）",
  loadP95By: "单次调用的 p95，毫秒（横轴：并发调用数）",
  loadPoint: (concurrency, batch, figure) => `并发 ${concurrency}、每次 ${batch} 个实例：${figure}`,
  loadHistogramOf: (concurrency, batch) => `调用时间分布：并发 ${concurrency}、每次 ${batch} 个实例`,
  loadHistogramTold: (count, from, to, fullest, fullestFrom, fullestTo) =>
    `${count} 次调用，用时 ${from} 到 ${to} 毫秒，最多的 ${fullest} 次在 ${fullestFrom} 到 ${fullestTo} 毫秒之间`,
  loadAsTable: "以表格显示",
  loadTimes: "毫秒",
  loadSaveCsv: "把各步结果保存为 CSV",
  loadSaveJson: "把全部指标保存为 JSON",
  loadRemove: "移除",
  loadCommand: "在终端中做同样的压测；文件从运行命令的文件夹中读取。",
  loadNoHeaders: "命令不会发送“设置”中的请求头。",
  loadNoCommand: "这个输入太大，无法写成命令行。",
};
