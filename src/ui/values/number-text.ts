/** Numbers as people write them. */

/** Digits, for what every dtype can take or refuse. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const SPECIAL = /^(nan|[+-]?inf(inity)?)$/i;

/** What no digits say, in numpy's words and JavaScript's; `undefined` for anything else. */
export function specialNumber(text: string): number | undefined {
  return SPECIAL.test(text) ? Number(text.replace(/inf(inity)?/i, "Infinity")) : undefined;
}

/** More digits than these are out of range of every whole dtype. */
const MOST_DIGITS = 400;

/**
 * The whole number that a text of {@link NUMBER} says, to the last digit: `9007199254740993` stays what it is, `2.0`
 * and `1e3` are whole too; `undefined` for one that is not whole, however near.
 */
export function wholeNumber(text: string): bigint | undefined {
  const [, sign, whole = "", fraction = "", power = "0"] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(
    text,
  )!;
  const digits = (whole + fraction).replace(/0+$/, "");
  if (/^0*$/.test(digits)) return 0n;
  const zeros = Number(power) + whole.length - digits.length;
  if (zeros < 0) return undefined;
  return BigInt(sign!.replace("+", "") + digits + "0".repeat(Math.min(zeros, MOST_DIGITS)));
}

/** U+FF01 to U+FF5E are the full-width forms of the ASCII characters from `!` on. */
const FULL_WIDTH = 0xff01 - 0x21;

/**
 * What Chinese input methods give of a number and what stands around it, and the minus sign, to those that are meant.
 * All else stays what it is: 10² is not 102, and a no-break space parts no numbers.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９＋－．，；（）［］]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH))
    .replaceAll("\u3000", " ")
    .replaceAll("−", "-");
}
