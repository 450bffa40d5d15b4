/**
 * Whether a tensor of a request agrees with itself. Texts and their order: common/proto_tensor.cc,
 * CheckRequestTensor, of each release.
 */

import { DTYPES, dtypeFromCode, sizeOf } from "../../tensor/index.ts";
import { MS_BYTES, MS_STRING, type Payload, type TensorMessage } from "../../wire/index.ts";
import type { ReleaseGroup } from "./release.ts";
import { type MemoryPlace, readPlace } from "./shared-memory.ts";

/** Elements are counted in 32 bits. */
const MAX_ELEMENTS = 2 ** 32 - 1;

/** The release's own words for what is wrong, without the name of the input; `undefined` when all is well. */
export function checkTensor(tensor: TensorMessage, group: ReleaseGroup): string | undefined {
  if (tensor.dtype === MS_STRING || tensor.dtype === MS_BYTES) {
    const complaint = checkTextOrBytes(tensor, group);
    return complaint && `Instance tensor check failed: bytes or string type ${complaint}`;
  }
  const complaint = checkNumbers(tensor, group);
  return complaint && `Tensor check failed: input ${complaint}`;
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
function checkNumbers({ shape = [], dtype: code, data, sharedMemory }: TensorMessage, group: ReleaseGroup) {
  const elements = sizeOf(shape);
  const shapeFits =
    group === "A"
      ? shape.every((dim) => dim > 0) && elements <= MAX_ELEMENTS
      : shape.every((dim, i) => dim >= 0 && (i === 0 || shape[i - 1] !== 0));
  if (!shapeFits) return ` shape ${formatDims(shape)} invalid`;
  const dtype = dtypeFromCode(code);
  if (dtype === undefined) return `${group === "D" ? "" : " "}data type proto::MS_UNKNOWN invalid`;
  // Seen on 2.0: more elements than can be counted are none.
  const size = group === "D" && elements > MAX_ELEMENTS ? 0 : elements * DTYPES[dtype].itemSize;
  if (group === "D" && sharedMemory) return checkSharedMemory(readPlace(sharedMemory), size);
  const bytes = bytesOf(data).length;
  if (bytes !== size) return `${group === "A" ? " " : ""}data size ${bytes} invalid`;
  return undefined;
}

function checkSharedMemory({ dataSize }: MemoryPlace, size: number): string | undefined {
  if (dataSize === BigInt(size)) return undefined;
  return `shared memory data size ${dataSize} not equal to expected size ${size}`;
}

/** `[2, 2]`: a shape as Serving's C++ prints it. */
function formatDims(shape: readonly number[]): string {
  // A number from 10^21 on, or a rounded one from 2^53 on, would not be printed digit by digit.
  return `[${shape.map(BigInt).join(", ")}]`;
}

/** A payload of a decoded request, which always lies in memory; none and empty are the same. */
export function bytesOf(payload: Payload | undefined): Uint8Array {
  return (payload as Uint8Array | undefined) ?? new Uint8Array();
}
