/**
 * numpy's file format for one array (NEP 1): magic, version, the length of a header, the header as a Python dict, and
 * the elements. Versions 1, 2 and 3 differ in the length's size and the header's encoding.
 */

import { DTYPES, type DType, formatShape, type Tensor } from "../../tensor/index.ts";
import { descrOf, readDescr } from "./npy-dtype.ts";
import { type Literal, literalText, readLiteral, Tuple } from "./python-literal.ts";
import { bytesOfTensor, tensorOfBytes } from "./raw-elements.ts";

export type NpyFault = "npyBroken" | "npyDtype" | "npyShape" | "npyLength";

/** Why a file can't be read; `about` is the part of it that the text names. */
export class NpyError extends Error {
  readonly fault: NpyFault;
  readonly about: string;

  constructor(fault: NpyFault, about: string) {
    super(`${fault}: ${about}`);
    this.fault = fault;
    this.about = about;
  }
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** numpy's own limit; a longer header is no array of numbers. */
const MAX_HEADER = 10_000;

/** More than the longest header that is read, and what stands before it. */
export const NPY_HEAD_BYTES = MAX_HEADER + 12;

/** Serving counts elements in 32 bits. */
const MAX_ELEMENTS = 2n ** 31n;

export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** What the header says of the array. */
export interface NpyHead {
  dtype: DType;
  bigEndian: boolean;
  fortranOrder: boolean;
  shape: number[];
  /** Where the elements begin. */
  end: number;
}

/** @throws NpyError */
export function readNpy(bytes: Uint8Array): Tensor {
  const { dtype, bigEndian, fortranOrder, shape, end } = readNpyHead(bytes);
  const { itemSize } = DTYPES[dtype];
  const length = shape.reduce((product, dim) => product * dim, itemSize);
  let content = bytes.subarray(end, end + length);
  if (content.length !== length) throw new NpyError("npyLength", `${content.length} / ${length}`);
  if (bigEndian) content = swapped(content, itemSize);
  if (fortranOrder) content = toRowMajor(content, shape, itemSize);
  // numpy holds any byte but 0 for true.
  if (dtype === "bool") content = content.map((byte) => (byte === 0 ? 0 : 1));
  return tensorOfBytes(dtype, content, shape);
}

/** @param bytes the file, or {@link NPY_HEAD_BYTES} of it @throws NpyError */
export function readNpyHead(bytes: Uint8Array): NpyHead {
  const major = bytes[6] ?? 0;
  const start = major === 1 ? 10 : 12;
  if (!isNpy(bytes) || major < 1 || major > 3 || bytes.length < start)
    throw new NpyError("npyBroken", "magic");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const end = start + length;
  if (bytes.length < end || length > MAX_HEADER) throw new NpyError("npyBroken", "header");
  const header = new TextDecoder(major === 3 ? "utf-8" : "latin1").decode(bytes.subarray(start, end));
  const { descr, fortranOrder, shape } = readDict(header);
  const read = typeof descr === "string" ? readDescr(descr) : undefined;
  // Fields have a list there, sub-arrays a tuple.
  if (!read) throw new NpyError("npyDtype", typeof descr === "string" ? descr : literalText(descr));
  return { ...read, fortranOrder, shape: checkedShape(shape, DTYPES[read.dtype].itemSize), end };
}

function readDict(header: string): { descr: Literal; fortranOrder: boolean; shape: readonly bigint[] } {
  let dict: Literal;
  try {
    dict = readLiteral(header);
  } catch {
    throw new NpyError("npyBroken", "header");
  }
  const given = dict instanceof Map ? dict : new Map<Literal, Literal>();
  const [descr, fortranOrder, shape] = ["descr", "fortran_order", "shape"].map((key) => given.get(key));
  const dims = shape instanceof Tuple ? shape.items : undefined;
  const isSound =
    given.size === 3 &&
    descr !== undefined &&
    typeof fortranOrder === "boolean" &&
    dims?.every((dim) => typeof dim === "bigint");
  if (!isSound) throw new NpyError("npyBroken", "header");
  return { descr, fortranOrder, shape: dims as readonly bigint[] };
}

/** As numpy counts: an array without elements may not be too large in its other dimensions either. */
function checkedShape(dims: readonly bigint[], itemSize: number): number[] {
  const bytes = dims.reduce((product, dim) => product * (dim || 1n), BigInt(itemSize));
  const size = dims.reduce((product, dim) => product * dim, 1n);
  if (dims.some((dim) => dim < 0n) || bytes >= 2n ** 63n || size > MAX_ELEMENTS) {
    throw new NpyError("npyShape", literalText(new Tuple(dims)));
  }
  return dims.map(Number);
}

/** From the last byte of each element to its first. */
function swapped(bytes: Uint8Array, itemSize: number): Uint8Array {
  const other = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += itemSize) {
    for (let i = 0; i < itemSize; i++) other[at + i] = bytes[at + itemSize - 1 - i]!;
  }
  return other;
}

/** From the first dimension running fastest to the last one. */
function toRowMajor(columns: Uint8Array, shape: readonly number[], itemSize: number): Uint8Array {
  const rows = new Uint8Array(columns.length);
  const index = shape.map(() => 0);
  const strides = shape.map((_, k) => shape.slice(0, k).reduce((product, dim) => product * dim, itemSize));
  for (let to = 0; to < rows.length; to += itemSize) {
    const from = index.reduce((sum, i, k) => sum + i * strides[k]!, 0);
    rows.set(columns.subarray(from, from + itemSize), to);
    for (let k = shape.length - 1; k >= 0 && ++index[k]! === shape[k]; k--) index[k] = 0;
  }
  return rows;
}

/** A file of version 1, as `numpy.save` writes it. */
export function writeNpy(tensor: Tensor): Blob {
  const descr = descrOf(tensor.dtype, DTYPES[tensor.dtype].itemSize);
  const dict = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${formatShape(tensor.shape)}, }`;
  // Blanks fill the header so that the elements begin at a multiple of 64.
  const header = `${dict.padEnd(Math.ceil((dict.length + 11) / 64) * 64 - 11)}\n`;
  const head = new Uint8Array([...MAGIC, 1, 0, header.length & 0xff, header.length >> 8]);
  return new Blob([head, header, bytesOfTensor(tensor)], { type: "application/octet-stream" });
}
