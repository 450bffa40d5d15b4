/** Numbers as people write them. */

/** Digits, for what every dtype can take or refuse. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const SPECIAL = /^(nan|[+-]?inf(inity)?)$/i;

/** What no digits say, in numpy's words and JavaScript's; `undefined` for anything else. */
export function specialNumber(text: string): number | undefined {
  return SPECIAL.test(text) ? Number(text.replace(/inf(inity)?/i, "Infinity")) : undefined;
}
