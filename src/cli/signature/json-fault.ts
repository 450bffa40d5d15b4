/** Where a text stops being JSON. Engines say it in words of their own, and not for every mistake. */

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /[{}[\],:]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come: `first` of a list or object is a value or name, or its end; `next` a comma or an end. */
type Wanted = "value" | "first value" | "name" | "first name" | "colon" | "next";

/** @returns the place of the first character that can't stand there; the text's length where it ends too early */
export function faultIn(text: string): number {
  const open: string[] = [];
  let wanted: Wanted | undefined = "value";
  for (let at = 0; ; ) {
    at += matchAt(SPACE, text, at)!.length;
    const token = matchAt(TOKEN, text, at);
    wanted = token === undefined ? undefined : after(token, wanted, open);
    if (token === undefined || wanted === undefined) return at;
    at += token.length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What is wanted behind a token; nothing when the token is not wanted itself. */
function after(token: string, wanted: Wanted, open: string[]): Wanted | undefined {
  if (token === "}" || token === "]") {
    const mayEnd = wanted === "next" || wanted === (token === "}" ? "first name" : "first value");
    return mayEnd && open.pop() === (token === "}" ? "{" : "[") ? "next" : undefined;
  }
  if (token === ",") {
    const inside = open.at(-1);
    return wanted === "next" && inside ? (inside === "{" ? "name" : "value") : undefined;
  }
  if (token === ":") return wanted === "colon" ? "value" : undefined;
  if (wanted === "name" || wanted === "first name") return token.startsWith('"') ? "colon" : undefined;
  if (wanted !== "value" && wanted !== "first value") return undefined;
  if (token !== "{" && token !== "[") return "next";
  open.push(token);
  return token === "{" ? "first name" : "first value";
}
