/** Bytes in hexadecimal: `ff d8 ff`, `ffd8ff` or `0xff, 0xd8`. */

/** `undefined` for a text that isn't; digits are never joined over a separator. */
export function readHex(text: string): Uint8Array | undefined {
  const texts = text.split(/[\s,]+/).filter((word) => word !== "");
  const bytes: number[] = [];
  for (const word of texts) {
    const digits = word.replace(/^0x/i, word.length === "0x1".length ? "0" : "");
    if (!/^([\da-f]{2})+$/i.test(digits)) return undefined;
    for (let i = 0; i < digits.length; i += 2) bytes.push(Number.parseInt(digits.slice(i, i + 2), 16));
  }
  return Uint8Array.from(bytes);
}
