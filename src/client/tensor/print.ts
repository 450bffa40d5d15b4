/** Tensors as numpy prints them, on one line. */

import { type DType, type DTypeData, formatShape } from "./dtype.ts";
import { float16Bits, float16Value } from "./float16.ts";

/** From this many elements on, numpy prints only the first and last three of each dimension. */
const SUMMARY_THRESHOLD = 1000;
const EDGE = 3;

/** Places behind the point that numpy prints at most. */
const PRECISION = 8;

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

function formatElements(dtype: DType, elements: (number | bigint)[]): string[] {
  if (dtype === "bool") return alignRight(elements.map((element) => (element ? "True" : "False")));
  if (dtype.startsWith("float")) return formatFloats(elements as number[], dtype);
  return alignRight(elements.map(String));
}

/** numpy's rule: exponents as soon as one element asks for them, one width for all, points under each other. */
function formatFloats(elements: number[], dtype: DType): string[] {
  const sizes = elements.filter((element) => Number.isFinite(element) && element !== 0).map(Math.abs);
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  const exponents = sizes.length > 0 && (largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000);
  const decimals = elements.map((element) => {
    if (!Number.isFinite(element)) return { whole: specialFloat(element) };
    const decimal = shortest(element, dtype);
    return exponents ? scientific(decimal) : positional(decimal);
  });
  const width = Math.max(...decimals.map(({ fraction = "" }) => fraction.length));
  return alignRight(
    decimals.map(({ whole, fraction, exponent }) => {
      if (fraction === undefined) return whole;
      return exponent === undefined
        ? `${whole}.${fraction.padEnd(width)}`
        : `${whole}.${fraction.padEnd(width, "0")}${exponent}`;
    }),
  );
}

interface Decimal {
  whole: string;
  /** Digits behind the point; absent for nan and inf. */
  fraction?: string;
  /** `e+00`, in scientific notation. */
  exponent?: string;
}

function positional(value: number): Decimal {
  const [whole, fraction = ""] = value.toFixed(PRECISION).split(".");
  return { whole: Object.is(value, -0) ? "-0" : whole!, fraction: fraction.replace(/0+$/, "") };
}

function scientific(value: number): Decimal {
  const shortest = value.toExponential();
  const places = shortest.indexOf("e") - shortest.indexOf(".") - 1;
  const text = shortest.includes(".") && places > PRECISION ? value.toExponential(PRECISION) : shortest;
  const [mantissa, exponent] = text.split("e") as [string, string];
  const [whole, fraction = ""] = mantissa.split(".");
  const digits = exponent.slice(1).padStart(2, "0");
  return { whole: whole!, fraction: fraction.replace(/0+$/, ""), exponent: `e${exponent[0]}${digits}` };
}

function specialFloat(element: number): string {
  if (Number.isNaN(element)) return "nan";
  return element > 0 ? "inf" : "-inf";
}

/** The decimal with the fewest digits that reads back as the same element: 0.1 for the float32 nearest to it. */
function shortest(element: number, dtype: DType): number {
  const round = ROUND[dtype];
  if (round === undefined || element === 0) return element;
  for (let precision = 1; precision < 9; precision++) {
    const candidate = Number(element.toPrecision(precision));
    if (round(candidate) === element) return candidate;
  }
  return Number(element.toPrecision(9));
}

const ROUND: Partial<Record<DType, (value: number) => number>> = {
  float16: (value) => float16Value(float16Bits(value)),
  float32: Math.fround,
};

function alignRight(texts: string[]): string[] {
  const width = Math.max(...texts.map((text) => text.length));
  return texts.map((text) => text.padStart(width));
}
