/**
 * Pictures of every kind a page has, as upload bytes or as tensors; the work is done off the main thread.
 *
 * @module mindspore-serving-web/image
 */

export { type Orientation, parseOrientation } from "./exif.ts";
export type { Fit } from "./fit.ts";
export { readMediaType, readOrientation } from "./image-head.ts";
export type { ImageSource } from "./image-source.ts";
export { toTensor } from "./image-tensor.ts";
export type { Layout } from "./normalize.ts";
export { toPreview } from "./preview.ts";
export type { ImageDType, ImageTensorOptions } from "./tensor-options.ts";
export { toUpload } from "./upload.ts";
export type { UploadOptions } from "./upload-options.ts";
