/**
 * Whether a tensor of a request agrees with itself. Texts and their order: common/proto_tensor.cc,
 * CheckRequestTensor, of each release.
 */

import { DTYPES, dtypeFromCode, sizeOf } from "../client/tensor/dtype.ts";
import { MS_BYTES, MS_STRING, type Payload, type TensorMessage } from "../client/wire/message.ts";
import type { ReleaseGroup } from "./release.ts";

/** Release 1.1 counts elements in 32 bits. */
const MAX_ELEMENTS_IN_A = 2 ** 32 - 1;

/** The release's own words for what is wrong, without the name of the input; `undefined` when all is well. */
export function checkTensor(tensor: TensorMessage, group: ReleaseGroup): string | undefined {
  if (tensor.dtype === MS_STRING || tensor.dtype === MS_BYTES) {
    const complaint = checkTextOrBytes(tensor, group);
    return complaint && `Instance tensor check failed: bytes or string type ${complaint}`;
  }
  const complaint = checkNumbers(tensor, group);
  return complaint && `Tensor check failed: input ${complaint} invalid`;
}

function checkTextOrBytes({ shape = [], bytesVal }: TensorMessage, group: ReleaseGroup): string | undefined {
  if (bytesVal.length !== 1) {
    return group === "A"
      ? `shape batch size 1 not equal to bytes val size ${bytesVal.length}`
      : "shape batch size can only be 1";
  }
  if (shape.length > 1 || (shape.length === 1 && shape[0] !== 1)) {
    return `input  shape can only be (1,) or empty, but given shape is ${formatDims(shape)}`;
  }
  return undefined;
}

// Some of these texts have a second space after "input", and releases differ in which.
function checkNumbers({ shape = [], dtype: code, data }: TensorMessage, group: ReleaseGroup) {
  const elements = sizeOf(shape);
  const shapeFits =
    group === "A"
      ? shape.every((dim) => dim > 0) && elements <= MAX_ELEMENTS_IN_A
      : shape.every((dim, i) => dim >= 0 && (i === 0 || shape[i - 1] !== 0));
  if (!shapeFits) return ` shape ${formatDims(shape)}`;
  const dtype = dtypeFromCode(code);
  if (dtype === undefined) return `${group === "D" ? "" : " "}data type proto::MS_UNKNOWN`;
  const bytes = bytesOf(data).length;
  if (bytes !== elements * DTYPES[dtype].itemSize) return `${group === "A" ? " " : ""}data size ${bytes}`;
  return undefined;
}

/** `[2, 2]`: a shape as Serving's C++ prints it. */
function formatDims(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

/** A payload of a decoded request, which always lies in memory; none and empty are the same. */
export function bytesOf(payload: Payload | undefined): Uint8Array {
  return (payload as Uint8Array | undefined) ?? new Uint8Array();
}
