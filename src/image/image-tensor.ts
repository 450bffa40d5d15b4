/** A picture as a tensor. */

import { type DTypeData, Tensor } from "../tensor/index.ts";
import { orAbort, throwIfAborted } from "./errors/abort.ts";
import { readImageHead } from "./head/image-head.ts";
import { fileOf, type ImageSource, rawOf, toStill } from "./image-source.ts";
import { type ImageDType, type ImageTensorOptions, planTensor } from "./tensor-options.ts";
import type { ExactJob } from "./thread/exact-tensor.ts";
import { imageThread } from "./thread/shared-thread.ts";

/**
 * The picture's pixels as a model's input. The shape is `[channels, height, width]` for layout CHW, `[height, width,
 * channels]` for HWC, with a leading 1 for `batch`. Of an animation the first picture is taken.
 *
 * **As MindSpore makes it** with `resize`, `crop`, `interpolation` or `exif`: Decode, Resize, CenterCrop, Rescale and
 * Normalize of mindspore.dataset.vision, every step rounded as there, in float32. From a JPEG, PNG or BMP file the
 * values are those of MindSpore 2.0 and 2.7 on x86-64 to the bit, in Chromium, Firefox and WebKit alike. As `Decode`
 * does, it ignores colour profiles and drops alpha; unlike it, it turns a photo upright, unless `exif: "ignore"` says
 * otherwise.
 *
 * ```ts
 * // The pipeline of MindSpore's ResNet example: Decode, Resize(256), CenterCrop(224), Normalize, HWC2CHW
 * const image = await toTensor(file, {
 *   resize: 256,
 *   crop: 224,
 *   mean: [123.675, 116.28, 103.53],
 *   std: [58.395, 57.12, 57.375],
 * }); // Tensor float32 [3, 224, 224]
 * ```
 *
 * **As the browser draws it** with `width` and `height`, or with none of these options: upright, colours converted to
 * 8-bit sRGB, resized by the browser's own filter, which smooths where MindSpore's doesn't and differs from browser to
 * browser; then `(value * scale - mean) / std`, computed in float64 and rounded once to the dtype. At the picture's own
 * size the values are exactly its pixels.
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
  const given = fileOf(source);
  const file = given && (await orAbort(given, signal));
  const head = file && (await orAbort(readImageHead(file), signal));
  const raw = plan.kind === "exact" && plan.background === undefined ? rawOf(source) : undefined;
  const { width, height, data } = raw
    ? await imageThread.run({ ...plan, still: raw } as ExactJob, signal)
    : await imageThread.run({ ...plan, head, still: await toStill(source, file, head, signal) }, signal);
  const channels = plan.tables.length;
  const shape = plan.layout === "CHW" ? [channels, height, width] : [height, width, channels];
  const dtype = options.dtype ?? ("float32" as D);
  return new Tensor<D>(dtype, data as DTypeData[D], options.batch ? [1, ...shape] : shape);
}
