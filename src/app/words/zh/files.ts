/** Files that are chosen for a tensor: what they are, and what to do, in Chinese. */

import type { filesEn } from "../en/files.ts";

export const filesZh: typeof filesEn = {
  faultFileGone: (name) => `文件 ${name} 已无法读取：请重新选择。`,
  faultFileEmpty: (name) => `文件 ${name} 是空的：请选择其他文件。`,
  faultFileText: (why) => `该文件按文本读取。${why}（如果文件内容是原始数据，请让文件名以 .bin 结尾。）`,
  faultFileLarge: (megabytes, most) =>
    `该文件是 ${megabytes} MB 的文本，最多读取 ${most} MB：请用 numpy.save 把数组保存为 .npy。`,
  faultRawBytes: (bytes, itemSize) => `文件有 ${bytes} 字节，不是每个元素 ${itemSize} 字节的整数倍。`,
  faultNpyBroken: ".npy 文件不完整或已损坏：请用 numpy.save 重新保存。",
  faultNpyShape: (shape) => `.npy 文件的 shape 是 ${shape}，超出 Serving 能够表示的大小：请分批发送。`,
  faultNpyDtype: (dtype) => `.npy 文件的 dtype 是 ${dtype}，Serving 不支持：请用 astype 转换。`,
  faultNpyLength: (sizes) => `.npy 文件只有 ${sizes} 字节：文件不完整，请重新保存。`,
  faultNpz: "该文件是含有多个数组的 .npz 归档：请用 numpy.save 单独保存所需的数组。",
  faultZip: "该文件是 zip 归档（.zip、.xlsx、.pt 等）：请先解压，或用 numpy.save 保存数组。",
  faultGzip: "该文件用 gzip 压缩过：请先解压。",
  faultLfs: "该文件是 Git LFS 指针，不是数据本身：请运行“git lfs pull”，然后重新选择文件。",
  faultPicture: (format) => `该文件是图片（${format}）：请选择种类“字节”，文件会原样发送。`,
  faultHdf5: "该文件是 HDF5：请用 numpy.save 保存所需的数组。",
  faultPickle: "该文件是 Python 的 pickle：请用 numpy.save 保存数组。",
  faultParquet: "该文件是 Parquet：请把所需的列保存为 .npy 或文本（CSV）。",
  faultMatlab: "该文件是 MATLAB 的 .mat：请把所需的数组保存为 .npy 或文本（CSV）。",
  faultPdf: "该文件是 PDF：请把其中的数字保存为文本（CSV）或 .npy。",
};
