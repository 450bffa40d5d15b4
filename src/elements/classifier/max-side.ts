/** Longest side in pixels to which photos are made smaller. */

/** Without a number: more than image models look at. */
const WITHOUT_NUMBER = 1024;

/** @param shrink the attribute or property; `undefined` and `null` leave photos as they are */
export function maxSideOf(shrink: number | string | null | undefined): number | undefined {
  if (shrink === undefined || shrink === null) return undefined;
  return shrink === "" ? WITHOUT_NUMBER : Number(shrink);
}
