/** Where things stand in a chart. */

/** The least 1, 2 or 5 of a power of ten that is not below the figure. */
export function roundUp(figure: number): number {
  if (!(figure > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(figure));
  return [1, 2, 5, 10].map((one) => one * power).find((end) => end >= figure)!;
}

/**
 * Places near those that are wanted, none nearer to another than `gap`, nor beyond `end` as long as there is room.
 * @returns in the order of `wanted`
 */
export function apart(wanted: readonly number[], gap: number, end: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    places[i] = Math.max(places[i]!, free);
    free = places[i]! + gap;
  }
  free = end;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i]!, free);
    free = places[i]! - gap;
  }
  return places;
}
