/** numpy's names of dtypes, as `numpy.dtype` takes them, on a 64-bit Linux. */

import type { DType } from "../../tensor/index.ts";

/** The name in a file that numpy writes, without the byte order, and the others that numpy takes for it. */
const NAMES: Readonly<Record<DType, string>> = {
  bool: "b1 ? bool bool_",
  int8: "i1 b int8 byte",
  uint8: "u1 B uint8 ubyte",
  int16: "i2 h int16 short",
  uint16: "u2 H uint16 ushort",
  int32: "i4 i int32 intc",
  uint32: "u4 I uint32 uintc",
  int64: "i8 q l p int64 longlong long int int_ intp",
  uint64: "u8 Q L P uint64 ulonglong ulong uint uintp",
  float16: "f2 e float16 half",
  float32: "f4 f float32 single",
  float64: "f8 d float64 double float",
};

const BY_NAME = new Map<string, DType>();
for (const [dtype, names] of Object.entries(NAMES)) {
  for (const name of names.split(" ")) BY_NAME.set(name, dtype as DType);
}

/** `<f4`, `>i8`, `|u1`, `float32`: only short names have a byte order; `undefined` for what Serving does not take. */
export function readDescr(descr: string): { dtype: DType; bigEndian: boolean } | undefined {
  const [, order, name] = /^([<>|=]?)(.*)$/s.exec(descr)!;
  const dtype = BY_NAME.get(name!);
  if (!dtype || (order && name!.length > 2)) return undefined;
  return { dtype, bigEndian: order === ">" };
}

/** As numpy writes it: `<f4`. */
export function descrOf(dtype: DType, itemSize: number): string {
  return (itemSize === 1 ? "|" : "<") + NAMES[dtype].split(" ")[0];
}
