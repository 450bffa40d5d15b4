/** How outputs are shown, in Chinese. */

import type { viewerEn } from "../en/viewer.ts";

export const viewerZh: typeof viewerEn = {
  showAs: "显示方式",
  asNumpy: "NumPy",
  asTable: "表格",
  asHeatMap: "热力图",
  asPicture: "图像",
  heatMapOf: (name) => `${name} 的热力图`,
  pictureIn: (name) => `${name} 中的图像`,
  pictureScale: (black, white) => `黑 ${black}，白 ${white}`,
  placeIn: "位置",
  indexOfDim: (dim, size) => `第 ${dim} 维（大小 ${size}）的下标`,
  figures: (min, max, mean) => `最小 ${min} · 最大 ${max} · 平均 ${mean}`,
  copyNumpy: "复制为 numpy",
  copyJson: "复制为 JSON",
  downloadNpy: "下载 .npy",
  download: "下载",
  hexOf: (name) => `${name} 的字节`,
  bytesLong: (count) => `${count} 字节`,
  firstBytes: (shown, all) => `显示 ${all} 字节中的前 ${shown} 个；下载可得到全部。`,
  emptyList: "空列表。",
};
