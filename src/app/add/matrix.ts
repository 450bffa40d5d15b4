/** A matrix as it is written: texts in rows, and what a table's user does with it. */

import type { DType } from "../../client/index.ts";
import { formatShape } from "../../tensor/index.ts";
import { type NestedFault, readFields } from "../../ui/index.ts";

export interface Matrix {
  readonly dtype: DType;
  readonly columns: number;
  /** Texts in row-major order. */
  readonly cells: readonly string[];
}

/** Larger ones are for files, in the playground. */
export const MAX_SIDE = 32;

export const rowCount = ({ cells, columns }: Matrix): number => cells.length / columns;

/** New cells are zeros. */
export function resized(matrix: Matrix, rows: number, columns: number): Matrix {
  const cells = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return (column < matrix.columns ? matrix.cells[row * matrix.columns + column] : undefined) ?? "0";
  });
  return { ...matrix, columns, cells };
}

type Block = readonly (readonly string[])[];

/**
 * Puts a block of texts into the cells from `index` on; the matrix grows where the block reaches over its edge, with
 * cells that are empty where the block has nothing for them.
 */
export function pasted(matrix: Matrix, index: number, block: Block): Matrix {
  const [row, column] = [Math.floor(index / matrix.columns), index % matrix.columns];
  const end = endOf(matrix, index, block);
  const rows = Math.min(MAX_SIDE, Math.max(rowCount(matrix), end.row));
  const columns = Math.min(MAX_SIDE, Math.max(matrix.columns, end.column));
  const cells = Array.from({ length: rows * columns }, (_, i) => {
    const [y, x] = [Math.floor(i / columns), i % columns];
    const old = x < matrix.columns ? matrix.cells[y * matrix.columns + x] : undefined;
    return block[y - row]?.[x - column] ?? old ?? "";
  });
  return { ...matrix, columns, cells };
}

/** Whether {@link pasted} leaves a part of the block out. */
export function isCut(matrix: Matrix, index: number, block: Block): boolean {
  const { row, column } = endOf(matrix, index, block);
  return row > MAX_SIDE || column > MAX_SIDE;
}

/** The first row and column after the block, whose rows are of one length. */
function endOf({ columns }: Matrix, index: number, block: Block) {
  return { row: Math.floor(index / columns) + block.length, column: (index % columns) + block[0]!.length };
}

/** Why a text can't be pasted into a matrix; `rank`: it has more dimensions, or fewer, than rows and columns. */
export type BlockFault = NestedFault | { fault: "rank"; shape: string };

/**
 * What was copied from a spreadsheet (tabs and lines), a CSV file or a printout with brackets; `undefined` for one
 * cell's text, which needs no help.
 */
export function readBlock(written: string, dtype: DType): { block: string[][] } | BlockFault | undefined {
  const read = readFields(written);
  if ("fault" in read) return read.fault === "noValues" ? undefined : read;
  const { texts, shape, printed } = read;
  if (texts.length === 1 && !/[[\](),]/.test(written)) return undefined;
  if (printed !== undefined && printed !== dtype) return { fault: "dtype", printed };
  if (texts.length === 0 || shape.length > 2) return { fault: "rank", shape: formatShape(shape) };
  const columns = shape.at(-1)!;
  const block = Array.from({ length: texts.length / columns }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns),
  );
  return { block };
}
