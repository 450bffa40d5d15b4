/** Figures of many times. */

/**
 * The nearest-rank percentile: the least time that at least this share of all is not above.
 * @param sorted ascending
 * @param share such as 0.95
 * @returns NaN of no times
 */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
