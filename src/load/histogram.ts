/** Times counted in bins, of which each is wider than the one before by the same factor. */

export interface Bin {
  /** Milliseconds, inclusive. */
  from: number;
  /** Milliseconds, exclusive. */
  to: number;
  count: number;
}

/** Three bins for each doubling: fine enough to see two humps, coarse enough to read. */
const BINS_PER_DOUBLING = 3;

/**
 * @param times in milliseconds
 * @returns from the least time's bin to the greatest's, empty ones between them included
 */
export function histogram(times: readonly number[]): Bin[] {
  const counts = new Map<number, number>();
  for (const ms of times) {
    const bin = Math.floor(Math.log2(Math.max(ms, 0.001)) * BINS_PER_DOUBLING);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const numbers = [...counts.keys()].sort((a, b) => a - b);
  const [first = 0, last = -1] = [numbers[0], numbers.at(-1)];
  const edge = (bin: number) => 2 ** (bin / BINS_PER_DOUBLING);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    from: edge(first + i),
    to: edge(first + i + 1),
    count: counts.get(first + i) ?? 0,
  }));
}
