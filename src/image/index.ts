/**
 * Pictures of every kind a page has, as upload bytes or as tensors; the work is done off the main thread.
 *
 * @module mindspore-serving-web/image
 */

export type { Interpolation } from "./exact/plan.ts";
export { type Orientation, parseOrientation } from "./head/exif.ts";
export { readMediaType, readOrientation } from "./head/image-head.ts";
export type { ImageSource } from "./image-source.ts";
export { toTensor } from "./image-tensor.ts";
export type { Layout } from "./pixels/normalize.ts";
export type { Fit } from "./placing/fit.ts";
export { toPreview } from "./preview.ts";
export type { ImageDType, ImageTensorOptions } from "./tensor-options.ts";
export type { ExifRule } from "./thread/exact-pixels.ts";
export { toUpload } from "./upload.ts";
export type { UploadOptions } from "./upload-options.ts";
