/** The image that a function is given, and the errors of mindspore.dataset's Decode for what isn't an image. */

import { countOf } from "./numpy-elements.ts";
import { PythonError } from "./python-error.ts";
import type { PythonInput } from "./python-value.ts";

/** What no decoder takes for an image. */
const NO_IMAGE = Uint8Array.of(0);

/**
 * Bytes reach functions as a 1-D uint8 array, so that a uint8 tensor is as good; one of another dtype isn't an image.
 * @throws PythonError for a text, and for a tensor of other than one dimension
 */
export function encodedImage(value: PythonInput): Uint8Array {
  if (typeof value === "string") {
    throw new PythonError(
      "The type of the encoded image should be <class 'numpy.ndarray'>, but got <class 'str'>.",
    );
  }
  const dimensions = value.shape.length;
  if (dimensions !== 1) {
    throw new PythonError(
      `The number of array dimensions of the encoded image should be 1, but got ${dimensions}.`,
    );
  }
  return value.dtype === "uint8" || countOf(value) === 0 ? value.bytes : NO_IMAGE;
}
