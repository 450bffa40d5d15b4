/** A matrix as it is written: texts in rows, and what a table's user does with it. */

import type { DType } from "../../client/index.ts";
import { halfWidth, separatorOf } from "../../ui/index.ts";

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

/** Puts a block of texts into the cells from `index` on; the matrix grows where the block reaches over its edge. */
export function pasted(matrix: Matrix, index: number, block: Block): Matrix {
  const [row, column] = [Math.floor(index / matrix.columns), index % matrix.columns];
  const end = endOf(matrix, index, block);
  const rows = Math.min(MAX_SIDE, Math.max(rowCount(matrix), end.row));
  const columns = Math.min(MAX_SIDE, Math.max(matrix.columns, end.column));
  const grown = resized(matrix, rows, columns);
  const cells = grown.cells.map((old, i) => {
    const line = block[Math.floor(i / columns) - row];
    return line?.[(i % columns) - column] ?? old;
  });
  return { ...grown, cells };
}

/** Whether {@link pasted} leaves a part of the block out. */
export function isCut(matrix: Matrix, index: number, block: Block): boolean {
  const { row, column } = endOf(matrix, index, block);
  return row > MAX_SIDE || column > MAX_SIDE;
}

/** The first row and column after the block. */
function endOf({ columns }: Matrix, index: number, block: Block) {
  const width = Math.max(...block.map((line) => line.length));
  return { row: Math.floor(index / columns) + block.length, column: (index % columns) + width };
}

/**
 * What was copied from a spreadsheet (tabs and lines), a CSV file or a printout with brackets; `undefined` for one
 * cell's text, which needs no help.
 */
export function readBlock(written: string): string[][] | undefined {
  const text = halfWidth(written);
  const lists = text.match(/\[[^[\]]*\]/g)?.map((list) => list.slice(1, -1));
  const separator = lists ? /[\s,]+/ : separatorOf(text);
  const lines = lists ?? text.replace(/[\r\n]+$/, "").split(/\r?\n/);
  const block = lines.map((line) => {
    const cells = (separator === "\t" ? line : line.trim()).split(separator);
    return cells.map((cell) => cell.trim());
  });
  return block.length > 1 || block[0]!.length > 1 || lists ? block : undefined;
}
