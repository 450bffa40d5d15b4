/** Python's literals, as far as headers of .npy files have them: what `ast.literal_eval` takes there. */

/** Tuples are told from lists; whole numbers keep every digit. */
export type Literal = string | bigint | boolean | null | Literal[] | Tuple | Map<Literal, Literal>;

export class Tuple {
  readonly items: readonly Literal[];

  constructor(items: readonly Literal[]) {
    this.items = items;
  }
}

const TOKEN =
  /\s*(?:([{}[\]():,])|([+-]?\d[\d_]*)L?|[ub]?('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(True|False|None)\b)/uy;
const NAMED: Readonly<Record<string, Literal>> = { True: true, False: false, None: null };

/** @throws SyntaxError */
export function readLiteral(text: string): Literal {
  const tokens = tokensOf(text.trimEnd());
  let next = 0;
  const take = (mark: string) => tokens[next]?.[0] === mark && next++ >= 0;
  /** To the closing bracket; a comma may stand behind the last one. */
  const list = <T>(closing: string, item: () => T): { items: T[]; commas: number } => {
    const items: T[] = [];
    let commas = 0;
    while (!take(closing)) {
      if (items.length > commas) throw new SyntaxError("a comma is missing");
      items.push(item());
      if (take(",")) commas++;
    }
    return { items, commas };
  };
  const value = (): Literal => {
    if (take("{")) return new Map(list("}", pair).items);
    if (take("[")) return list("]", value).items;
    if (take("(")) {
      const { items, commas } = list(")", value);
      return items.length === 1 && commas === 0 ? items[0]! : new Tuple(items);
    }
    const token = tokens[next++];
    if (!token || !("1" in token)) throw new SyntaxError("a value is missing");
    return token[1]!;
  };
  const pair = (): [Literal, Literal] => {
    const key = value();
    if (!take(":")) throw new SyntaxError("a colon is missing");
    return [key, value()];
  };
  const read = value();
  if (next < tokens.length) throw new SyntaxError("something stands behind the value");
  return read;
}

/** Marks by themselves; of values, what they say. */
function tokensOf(text: string): [mark: string, value?: Literal][] {
  const tokens: [string, Literal?][] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) throw new SyntaxError("not a literal");
    const [, mark, digits, quoted, named] = found;
    if (mark) tokens.push([mark]);
    else if (digits) tokens.push(["", BigInt(digits.replace(/[+_]/g, ""))]);
    else if (quoted) tokens.push(["", quoted.slice(1, -1).replace(/\\(.)/g, "$1")]);
    else tokens.push(["", NAMED[named!]!]);
  }
  return tokens;
}

/** As Python prints it. */
export function literalText(literal: Literal): string {
  if (typeof literal === "string") return `'${literal}'`;
  if (typeof literal === "boolean") return literal ? "True" : "False";
  if (literal === null) return "None";
  if (literal instanceof Tuple) {
    return `(${literal.items.map(literalText).join(", ")}${literal.items.length === 1 ? "," : ""})`;
  }
  if (Array.isArray(literal)) return `[${literal.map(literalText).join(", ")}]`;
  if (literal instanceof Map) {
    return `{${[...literal].map(([key, value]) => `${literalText(key)}: ${literalText(value)}`).join(", ")}}`;
  }
  return String(literal);
}
