/**
 * numpy's file format for one array (NEP 1): magic, version, the length of a header, the header as a Python dict, and
 * the elements. Versions 1, 2 and 3 differ in the length's size and the header's encoding.
 */

import { DTYPES, type DType, type Tensor } from "../../tensor/index.ts";
import { bytesOfTensor, tensorOfBytes } from "./raw-elements.ts";

export type NpyFault = "npyBroken" | "npyBigEndian" | "npyDtype" | "npyLength";

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

/** numpy's names without the byte order. */
const DTYPES_BY_DESCR: Readonly<Record<string, DType>> = {
  b1: "bool",
  i1: "int8",
  u1: "uint8",
  i2: "int16",
  u2: "uint16",
  i4: "int32",
  u4: "uint32",
  i8: "int64",
  u8: "uint64",
  f2: "float16",
  f4: "float32",
  f8: "float64",
};

export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** @throws NpyError */
export function readNpy(bytes: Uint8Array): Tensor {
  const { descr, fortranOrder, shape, end } = readHeader(bytes);
  const [, order, name] = /^([<>|=])?(.*)$/.exec(descr)!;
  const dtype = DTYPES_BY_DESCR[name!];
  if (!dtype) throw new NpyError("npyDtype", descr);
  const { itemSize } = DTYPES[dtype];
  if (order === ">" && itemSize > 1) throw new NpyError("npyBigEndian", descr);
  const size = shape.reduce((product, dim) => product * dim, 1);
  const content = bytes.subarray(end, end + size * itemSize);
  if (content.length !== size * itemSize)
    throw new NpyError("npyLength", `${content.length} / ${size * itemSize}`);
  return tensorOfBytes(dtype, fortranOrder ? toRowMajor(content, shape, itemSize) : content, shape);
}

function readHeader(bytes: Uint8Array) {
  const major = bytes[6] ?? 0;
  if (!isNpy(bytes) || major < 1 || major > 3) throw new NpyError("npyBroken", "magic");
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start) throw new NpyError("npyBroken", "header");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = start + (major === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  const header = new TextDecoder().decode(bytes.subarray(start, end));
  const descr = /'descr':\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape':\s*\(([\d\s,L]*)\)/.exec(header)?.[1];
  if (fortran === undefined || shape === undefined || bytes.length < end)
    throw new NpyError("npyBroken", "header");
  // Fields and sub-arrays have a list there.
  if (descr === undefined) throw new NpyError("npyDtype", /'descr':\s*(\[.*?\])/.exec(header)?.[1] ?? "?");
  const dims = shape.match(/\d+/g) ?? [];
  return { descr, fortranOrder: fortran === "True", shape: dims.map(Number), end };
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
  const [name] = Object.entries(DTYPES_BY_DESCR).find(([, dtype]) => dtype === tensor.dtype)!;
  const order = DTYPES[tensor.dtype].itemSize === 1 ? "|" : "<";
  const shape = tensor.shape.length === 1 ? `${tensor.shape[0]},` : tensor.shape.join(", ");
  const dict = `{'descr': '${order}${name}', 'fortran_order': False, 'shape': (${shape}), }`;
  // Blanks fill the header so that the elements begin at a multiple of 64.
  const header = `${dict.padEnd(Math.ceil((dict.length + 11) / 64) * 64 - 11)}\n`;
  const head = new Uint8Array([...MAGIC, 1, 0, header.length & 0xff, header.length >> 8]);
  return new Blob([head, header, bytesOfTensor(tensor)], { type: "application/octet-stream" });
}
