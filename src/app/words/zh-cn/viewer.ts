/** How outputs are shown, in Chinese. */

import { str } from "@lit/localize";

export const viewerZh = {
  showAs: "显示方式",
  asNumpy: "打印",
  asTable: "表格",
  asHeatMap: "热力图",
  asPicture: "图像",
  heatMapOf: str`${0} 的热力图`,
  pictureIn: str`${0} 中的图像`,
  pictureScale: str`黑 ${0}，白 ${1}`,
  placeIn: "位置",
  indexOfDim: str`第 ${0} 维（大小 ${1}）的下标`,
  figures: str`最小 ${0} · 最大 ${1} · 平均 ${2}`,
  copyNumpy: "复制为 numpy",
  copyJson: "复制为 JSON",
  downloadNpy: "下载 .npy",
  download: "下载",
  hexOf: str`${0} 的字节`,
  bytesLong: str`长度 ${0}`,
  firstBytes: str`显示 ${1} 字节中的前 ${0} 个；下载可得到全部。`,
  emptyList: "空列表。",
};
