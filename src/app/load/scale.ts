/** A scale's end. */

/** The least 1, 2 or 5 of a power of ten that is not below the figure. */
export function roundUp(figure: number): number {
  if (!(figure > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(figure));
  return [1, 2, 5, 10].map((one) => one * power).find((end) => end >= figure)!;
}
