/** A picture as a tensor. */

import { type DTypeData, Tensor } from "../tensor/index.ts";
import { orAbort, throwIfAborted } from "./abort.ts";
import { fileOf, type ImageSource, toStill } from "./image-source.ts";
import { imageThread } from "./shared-thread.ts";
import { type ImageDType, type ImageTensorOptions, planTensor } from "./tensor-options.ts";

/**
 * The picture's pixels as a model's input: decoded, turned upright by its EXIF, converted to 8-bit sRGB, resized,
 * and then, for each channel, `(value * scale - mean) / std`, computed in float64 and rounded once to the dtype.
 *
 * The shape is `[channels, height, width]` for layout CHW, `[height, width, channels]` for HWC, with a leading 1 for
 * `batch`. At the picture's own size the values are exactly its pixels; resizing uses the browser's own filter,
 * which differs from one browser to another and from a server's by a few steps of 255. Of an animation the first
 * picture is taken.
 *
 * ```ts
 * // As the ResNet servable's preprocessing does it on the server
 * const image = await toTensor(file, {
 *   width: 224,
 *   height: 224,
 *   mean: [123.675, 116.28, 103.53],
 *   std: [58.395, 57.12, 57.375],
 *   batch: true,
 * }); // Tensor float32 [1, 3, 224, 224]
 * ```
 *
 * @throws TypeError, RangeError naming the option, the latter also for a size that the browser can't make
 * @throws DOMException as `toUpload` does
 */
export async function toTensor<D extends ImageDType = "float32">(
  source: ImageSource,
  options: ImageTensorOptions<D> = {},
): Promise<Tensor<D>> {
  const { signal } = options;
  throwIfAborted(signal);
  const plan = planTensor(options);
  const file = await orAbort(fileOf(source), signal);
  const still = await toStill(source, file, signal);
  const { width, height, data } = await imageThread.run({ ...plan, still }, signal);
  const channels = plan.tables.length;
  const shape = plan.layout === "CHW" ? [channels, height, width] : [height, width, channels];
  const dtype = options.dtype ?? ("float32" as D);
  return new Tensor<D>(dtype, data as DTypeData[D], options.batch ? [1, ...shape] : shape);
}
