const HALF_PAIR = /\p{Surrogate}/u;

/** Whether a text has no half of a surrogate pair, so that it can be UTF-8 at all. */
export function isWellFormed(text: string): boolean {
  return !HALF_PAIR.test(text);
}
