/** The bar and the status in it, in Chinese. */

export const shellZh = {
  skip: "跳到正文",
  pages: "页面",
  classify: "分类",
  add: "加法",
  status: "服务器状态",
  checking: "检查中…",
  connected: "已连接",
  workerDown: "Serving 未响应",
  unreachable: "代理未响应",
  offline: "未联网",
  checkingMore: "正在询问代理的状态。",
  connectedMore: "代理有响应，它后面的 Serving 也有响应。",
  workerDownMore:
    "代理在运行，但它后面的 Serving 没有响应。请启动 Serving，或检查代理配置中的 Serving 地址。",
  unreachableMore: "本页面的地址没有响应。请确认代理（Envoy 或 `npm start`）已启动。",
  offlineMore: "当前设备没有联网。请连接网络后重新检查。",
  checkAgain: "重新检查",
};
