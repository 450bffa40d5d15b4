/** Tensors as numpy prints them, on one line. */

import { formatShape } from "./dtype.ts";
import type { DType, DTypeData } from "./dtype-data.ts";
import { formatFloats } from "./print-float.ts";

/** From this many elements on, numpy prints only the first and last three of each dimension. */
const SUMMARY_THRESHOLD = 1000;
const EDGE = 3;

/** numpy leaves these out of the printout, since they are its defaults. */
const DEFAULT_DTYPES: readonly DType[] = ["bool", "int64", "float64"];

/** `array([[2., 2.], [2., 2.]], dtype=float32)`; from 1,001 elements on with `...` for the inner ones. */
export function formatTensor<D extends DType>(
  dtype: D,
  data: DTypeData[D],
  shape: readonly number[],
): string {
  if (data.length === 0) {
    return `array([]${shape.length === 1 ? "" : `, shape=${formatShape(shape)}`}, dtype=${dtype})`;
  }
  const summary = data.length > SUMMARY_THRESHOLD;
  const shapeText = summary ? `, shape=${formatShape(shape)}` : "";
  const dtypeText = DEFAULT_DTYPES.includes(dtype) ? "" : `, dtype=${dtype}`;
  const shown: number[] = [];
  collect(shape, 0, 0, data.length, summary, shown);
  const texts = formatElements(
    dtype,
    shown.map((index) => data[index]!),
    shape,
  );
  let next = 0;
  const build = (depth: number): string => {
    if (depth === shape.length) return texts[next++]!;
    const parts: string[] = [];
    for (const i of shownIndexes(shape[depth]!, summary)) parts.push(i < 0 ? "..." : build(depth + 1));
    return `[${parts.join(", ")}]`;
  };
  return `array(${build(0)}${shapeText}${dtypeText})`;
}

/** Indexes of one dimension that are printed; -1 stands for the dots. */
function shownIndexes(dim: number, summary: boolean): number[] {
  const all = dim <= 2 * EDGE || !summary;
  if (all) return Array.from({ length: dim }, (_, i) => i);
  return [0, 1, 2, -1, dim - 3, dim - 2, dim - 1];
}

function collect(
  shape: readonly number[],
  depth: number,
  offset: number,
  span: number,
  summary: boolean,
  out: number[],
): void {
  if (depth === shape.length) {
    out.push(offset);
    return;
  }
  const step = span / shape[depth]!;
  for (const i of shownIndexes(shape[depth]!, summary)) {
    if (i >= 0) collect(shape, depth + 1, offset + i * step, step, summary, out);
  }
}

function formatElements(dtype: DType, elements: (number | bigint)[], shape: readonly number[]): string[] {
  if (dtype === "bool") {
    // numpy makes room for "False" everywhere but in a 0-d array.
    return elements.map((element) => (element ? "True" : "False").padStart(shape.length > 0 ? 5 : 0));
  }
  return alignRight(
    dtype.startsWith("float") ? formatFloats(elements as number[], dtype) : elements.map(String),
  );
}

function alignRight(texts: string[]): string[] {
  const width = Math.max(...texts.map((text) => text.length));
  return texts.map((text) => text.padStart(width));
}
