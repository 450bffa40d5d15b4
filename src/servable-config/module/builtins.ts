/** What Python's operators, functions and texts make of constants. */

type Constant = string | number | boolean | null | Constant[];

/** More than any list of names has. */
const MOST = 1000;

/** `str(value)`; of whole numbers and texts alone, since others are written in ways of their own. */
export function textOf(value: Constant | undefined): string | undefined {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

export function reckoned(operator: string, left: Constant, right: Constant): Constant | undefined {
  if (typeof left === "number" && typeof right === "number") return ofNumbers(operator, left, right);
  if (operator === "+" && typeof left === "string" && typeof right === "string") return left + right;
  if (operator === "+" && Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (operator === "%" && typeof left === "string")
    return formatted(left, Array.isArray(right) ? right : [right]);
  const [what, times] = typeof left === "number" ? [right, left] : [left, right];
  if (operator !== "*" || !Number.isInteger(times) || (times as number) > MOST) return undefined;
  const count = Math.max(0, times as number);
  if (typeof what === "string") return what.repeat(count);
  return Array.isArray(what) ? Array<Constant[]>(count).fill(what).flat() : undefined;
}

function ofNumbers(operator: string, left: number, right: number): number | undefined {
  const results: Record<string, number> = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "//": Math.floor(left / right),
    "%": left - right * Math.floor(left / right),
  };
  const result = results[operator];
  // Of floats a whole result is written in another way.
  return Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(result)
    ? result
    : undefined;
}

export function compared(operator: string, left: Constant, right: Constant): boolean | undefined {
  if (Array.isArray(left) || typeof left === "boolean" || typeof right === "boolean") return undefined;
  if (operator === "in" || operator === "not in") {
    if (Array.isArray(right)) return right.includes(left) === (operator === "in");
    return undefined;
  }
  if (Array.isArray(right)) return undefined;
  if (operator === "==" || operator === "is") return left === right;
  if (operator === "!=" || operator === "is not") return left !== right;
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  const results: Record<string, boolean> = {
    "<": left < right,
    "<=": left <= right,
    ">": left > right,
    ">=": left >= right,
  };
  return results[operator];
}

/** `"y%d" % 1`; what is formatted in any other way is not known. */
function formatted(text: string, values: readonly Constant[]): string | undefined {
  let i = 0;
  let isKnown = true;
  const result = text.replace(/%(%|0?\d*[a-zA-Z]|.)/g, (_, how: string) => {
    if (how === "%") return "%";
    const value = values[i++];
    const [, zero, width] = /^(0?)(\d*)d$/.exec(how) ?? [];
    const given = zero !== undefined && typeof value !== "number" ? undefined : textOf(value);
    if (given === undefined || (how !== "s" && zero === undefined)) isKnown = false;
    return (given ?? "").padStart(Number(width ?? 0), zero ? "0" : " ");
  });
  return isKnown && i === values.length ? result : undefined;
}

/** One of Python's own functions. */
export function ownFunction(name: string, args: readonly Constant[]): Constant | undefined {
  const [first, ...more] = args;
  if (name === "range") return range(args);
  const lists = args.map((arg) => (typeof arg === "string" ? [...arg] : arg)) as Constant[][];
  if (name === "zip" && lists.every(Array.isArray)) {
    const count = Math.min(...lists.map(({ length }) => length));
    return Array.from({ length: count }, (_, i) => lists.map((list) => list[i]!));
  }
  if (more.length > 0 && name !== "enumerate") return undefined;
  if (name === "str") return textOf(first);
  const [items] = lists;
  if (!Array.isArray(items)) return undefined;
  if (name === "list" || name === "tuple" || name === "iter") return items;
  if (name === "len") return items.length;
  if (name === "reversed") return items.toReversed();
  const isTexts = items.every((item) => typeof item === "string");
  if (name === "sorted") return isTexts ? items.toSorted(byPoints) : undefined;
  const [begin = 0] = more;
  if (name === "enumerate" && typeof begin === "number") return items.map((item, i) => [begin + i, item]);
  return undefined;
}

/** As Python sorts texts. */
function byPoints(a: Constant, b: Constant): number {
  const [left, right] = [[...(a as string)], [...(b as string)]];
  const i = left.findIndex((point, at) => point !== right[at]);
  if (i < 0) return left.length - right.length;
  return right[i] === undefined ? 1 : left[i]!.codePointAt(0)! - right[i].codePointAt(0)!;
}

function range(args: readonly Constant[]): number[] | undefined {
  if (args.length === 0 || args.length > 3 || !args.every(Number.isInteger)) return undefined;
  const [first, second, step = 1] = args as number[];
  const [begin, end] = second === undefined ? [0, first!] : [first!, second];
  const count = Math.max(0, Math.ceil((end - begin) / step));
  return step === 0 || count > MOST ? undefined : Array.from({ length: count }, (_, i) => begin + i * step);
}

const OF_TEXT: Readonly<Record<string, (text: string) => Constant>> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  strip: (text) => text.trim(),
};

/** A text's method. */
export function methodOf(object: Constant, name: string, args: readonly Constant[]): Constant | undefined {
  if (typeof object !== "string") return undefined;
  const [first, second, ...more] = args;
  if (args.length === 0 && Object.hasOwn(OF_TEXT, name)) return OF_TEXT[name]!(object);
  if (name === "split" && args.length === 0) return object.trim().split(/\s+/).filter(Boolean);
  if (name === "split" && args.length === 1 && typeof first === "string" && first) return object.split(first);
  if (name === "join" && Array.isArray(first) && first.every((one) => typeof one === "string"))
    return first.join(object);
  if (name === "replace" && typeof first === "string" && typeof second === "string" && more.length === 0)
    return first === "" ? undefined : object.replaceAll(first, () => second);
  return name === "format" ? filled(object, args) : undefined;
}

/** `"{}_{}".format("a", 1)` */
function filled(text: string, values: readonly Constant[]): string | undefined {
  let next = 0;
  let isKnown = true;
  const result = text.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, place: string | undefined) => {
    if (place === undefined) return whole[0]!;
    const value = /^\d*$/.test(place) ? textOf(values[place === "" ? next++ : Number(place)]) : undefined;
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown ? result : undefined;
}
