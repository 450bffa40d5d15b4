/** One two-dimensional plane of a tensor: its last two dimensions, at fixed places of those before. */

import type { Tensor } from "../../client/index.ts";

export interface Plane {
  readonly rows: number;
  readonly columns: number;
  /** Flat index of the plane's first element. */
  readonly offset: number;
}

/** Dimensions before the plane's own; a vector is a column, a scalar one cell. */
export function leadingDims({ shape }: Tensor): readonly number[] {
  return shape.slice(0, Math.max(0, shape.length - 2));
}

/** @param place index in each of the leading dimensions */
export function planeAt(tensor: Tensor, place: readonly number[]): Plane {
  const { shape } = tensor;
  const [rows, columns] = shape.length < 2 ? [shape[0] ?? 1, 1] : (shape.slice(-2) as [number, number]);
  const flat = leadingDims(tensor).reduce(
    (index, dim, k) => index * dim + Math.min(place[k] ?? 0, dim - 1),
    0,
  );
  return { rows, columns, offset: flat * rows * columns };
}

/** An element as a cell shows it: the fewest digits that tell a float from its neighbours. */
export function elementText(tensor: Tensor, index: number): string {
  const { dtype, data } = tensor;
  const value = data[index]!;
  if (dtype === "bool") return value ? "True" : "False";
  if (typeof value === "bigint" || !Number.isFinite(value))
    return String(value).replace("Infinity", "inf").replace("NaN", "nan");
  if (dtype === "float16") return String(Number(value.toPrecision(4)));
  if (dtype !== "float32") return String(value);
  const texts = [7, 8].map((digits) => Number(value.toPrecision(digits)));
  return String(texts.find((text) => Math.fround(text) === value) ?? Number(value.toPrecision(9)));
}
