/** What is wrong with typed elements, in English. */

export const valuesEn = {
  cellEmpty: "empty: give a number",
  cellNotNumber: (text: string) => `“${text}” is not a number`,
  cellDecimalComma: (text: string) =>
    `“${text}” has a comma in it: write the decimal point as “.”, and no separators of thousands`,
  cellBlank: (text: string) =>
    `“${text}” has a blank in it: give one number, without separators of thousands`,
  cellNotWhole: (text: string, dtype: string) => `${dtype} takes whole numbers, not ${text}`,
  cellNotBool: (text: string) => `bool takes true or false, not “${text}”`,
  cellOutOfRange: (text: string, dtype: string, min: string, max: string) =>
    `${text} is out of range for ${dtype} (${min} to ${max})`,
  faultNoValues: "Write values such as [[1, 2], [3, 4]], or choose a file.",
  faultBrackets: "The brackets do not match, or numbers and lists are mixed.",
  faultRagged: (row: number, has: number, expected: number) =>
    `Row ${row} has ${has === 1 ? "1 element" : `${has} elements`}, where ${expected} are expected.`,
  faultElement: (n: number, why: string) => `Element ${n}: ${why}`,
  faultLine: (line: number, n: number, why: string) => `Line ${line}, element ${n}: ${why}`,
  faultDtype: (printed: string, dtype: string) =>
    `The text says dtype=${printed}, where ${dtype} is chosen: choose the same, or take “dtype=…” out of the text.`,
  faultSizes: (has: number, shape: string) =>
    has === 1
      ? `There is 1 element, which does not fit the shape ${shape}.`
      : `There are ${has} elements, which do not fit the shape ${shape}.`,
  faultTooLong: (has: string, most: string) =>
    `Nothing was pasted: that would be ${has} characters, and a field takes at most ${most}. More goes as a file, or from a script.`,
};

export type ValueWords = typeof valuesEn;
