/**
 * The texts of the exceptions that `Decode` of mindspore.dataset raises, which a servable's function passes on. Those of
 * MindSpore 2.0.0, seen on it: test/model/mindspore-decodes.json.
 */

const RULE = "-".repeat(66);
const IMAGE_UTILS = "mindspore/ccsrc/minddata/dataset/kernels/image/image_utils.cc";

function datasetError(message: string, place: string): string {
  return `Exception thrown from dataset pipeline. Refer to 'Dataset Pipeline Error Message'. 

${RULE}
- Dataset Pipeline Error Message: 
${RULE}
[ERROR] ${message}

${RULE}
- C++ Call Stack: (For framework developers) 
${RULE}
${place}.


`;
}

export const noBytes = datasetError(
  "Input Tensor has no data.",
  "mindspore/ccsrc/minddata/dataset/api/execute.cc(391)",
);

/** What no decoder takes for a picture, or is broken. */
export const decodeFailed = datasetError("Decode: image decode failed.", `${IMAGE_UTILS}(362)`);

export function unsupportedType(type: "gif" | "webp"): string {
  const what = `Unsupported image type [${type}] and dump the image to [./unsupported_image.${type}].`;
  return datasetError(`${what} Please delete it from the dataset and re-run.`, `${IMAGE_UTILS}(2678)`);
}

const ABNORMAL =
  "Dump the abnormal image to [./abnormal_image.jpg]. You can check this image first through the image viewer. If you find that the image is abnormal, delete it from the dataset and re-run.";

/** A JPEG whose head is broken. */
export const jpegHeadFailed = datasetError(
  `[Internal ERROR] Decode: image decode failed. ${ABNORMAL}`,
  `${IMAGE_UTILS}(504)`,
);

/** A JPEG whose pixels are broken. */
export const jpegPixelsFailed = datasetError(
  `Error raised by libjpeg: Empty input file ${ABNORMAL}`,
  `${IMAGE_UTILS}(514)`,
);
