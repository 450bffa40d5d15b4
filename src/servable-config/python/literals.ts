/** Python's literals, to their values. */

import type { Source } from "./source.ts";
import type { Expression } from "./syntax.ts";

export function readText(source: Source, { from, to }: { from: number; to: number }): Expression {
  const text = source.text.slice(from, to);
  const [, prefix, quotes, body] = /^([a-z]*)("""|'''|"|')([\s\S]*)$/i.exec(text)!;
  const content = body!.slice(0, -quotes!.length);
  if (/b/i.test(prefix!)) return { at: from, kind: "bytes" };
  return { at: from, kind: "text", value: /r/i.test(prefix!) ? content : unescaped(content) };
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
  "\r\n": "",
};

const ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[0-7]{1,3}|\r\n|[\s\S])/gi;

function unescaped(content: string): string {
  return content.replace(ESCAPE, (whole, code: string) => {
    if (Object.hasOwn(SIMPLE, code)) return SIMPLE[code]!;
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    const point = /^[xuU]./.test(code) ? Number.parseInt(code.slice(1), 16) : Number.NaN;
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** A piece of a text, without its quotes. */
export function textBetween({ text }: Source, from: number, to: number, isRaw: boolean): string {
  const piece = text.slice(from, to);
  return isRaw ? piece : unescaped(piece);
}

export function readNumber(text: string, at: number): Expression {
  const digits = text.replaceAll("_", "").replace(/^0+(?=\d)/, "");
  if (/j$/i.test(digits)) return { at, kind: "other", parts: [] };
  const isFloat = !/^0[xob]/i.test(digits) && /[.e]/i.test(digits);
  return { at, kind: "number", value: Number(digits), isFloat };
}
