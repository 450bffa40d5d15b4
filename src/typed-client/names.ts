/** Names of TypeScript for names that servables have. */

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** What no variable may be called in a module. */
const RESERVED = new Set(
  `arguments as async await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private
  protected public return static super switch this throw true try typeof undefined var void while with yield
  any bigint boolean never number object string symbol unknown`.split(/\s+/),
);

/** Names of which each is given once. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The first of these that is free; with a number behind the last one where none is. */
  take(...wanted: string[]): string {
    let name = wanted.find((one) => !this.#taken.has(one));
    for (let n = 2; name === undefined; n++) {
      const next = `${wanted.at(-1)}${n}`;
      if (!this.#taken.has(next)) name = next;
    }
    this.#taken.add(name);
    return name;
  }
}

/** `classify_top5` to `classifyTop5`; any text to a name that a property may have. */
export function camelCase(text: string): string {
  const words = text.split(/[^\p{ID_Continue}$]+|_+/u).filter(Boolean);
  const name = words.map((word, i) => (i === 0 ? lowered(word) : raised(word))).join("");
  return IDENTIFIER.test(name) ? name : `_${name}`;
}

/** The same for a variable. */
export function variableName(text: string): string {
  const name = camelCase(text);
  return RESERVED.has(name) ? `${name}_` : name;
}

/** `classify_top5` to `ClassifyTop5`. */
export function pascalCase(text: string): string {
  return raised(camelCase(text));
}

/** A property's name, in quotes where it needs them. */
export function propertyName(name: string): string {
  return IDENTIFIER.test(name) ? name : JSON.stringify(name);
}

/** `ABC` stays as it is, as an abbreviation or a constant; `Abc` becomes `abc`. */
function lowered(word: string): string {
  const [first, ...rest] = word;
  return /^\p{Lu}+\p{N}*$/u.test(word) && rest.length > 0 ? word : first!.toLowerCase() + rest.join("");
}

function raised(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
