/** Numbers as people write them. */

/** Digits, for what every dtype can take or refuse. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const SPECIAL = /^(nan|[+-]?inf(inity)?)$/i;

/** What no digits say, in numpy's words and JavaScript's; `undefined` for anything else. */
export function specialNumber(text: string): number | undefined {
  return SPECIAL.test(text) ? Number(text.replace(/inf(inity)?/i, "Infinity")) : undefined;
}

/** U+FF01 to U+FF5E are the full-width forms of the ASCII characters from `!` on. */
const FULL_WIDTH = 0xff01 - 0x21;

/**
 * Full-width characters, as Chinese input methods give them, and the minus sign to those that are meant. Other
 * characters stay what they are: 10² is not 102.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH))
    .replaceAll("\u3000", " ")
    .replaceAll("−", "-");
}
