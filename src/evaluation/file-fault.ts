/** What is wrong with a file of labels or names. */

const TEXTS = {
  quote: (_: string) =>
    "a quote is opened and not closed, or text follows a closing quote: write a quote inside a field twice",
  fields: (found: string) =>
    `${found} ${found === "1" ? "field" : "fields"} in the place of two: write file,label, and a label with commas in quotes`,
  empty: (name: string) => `the ${name} is empty: write file,label`,
  twice: (what: string) => `${what} is there already, with another label: keep one of the two lines`,
  json: (_: string) =>
    'this can\'t be read as JSON of names and labels, such as {"n01440764": "tench"}: mend it first',
} satisfies Record<string, (about: string) => string>;

/** `about`: how many fields, which of the two is empty, or what is there twice. */
export class FileFault extends Error {
  override readonly name = "FileFault";
  readonly fault: keyof typeof TEXTS;
  /** From 1. */
  readonly line: number;
  readonly about: string;

  constructor(fault: keyof typeof TEXTS, line: number, about = "") {
    super(`line ${line}: ${TEXTS[fault](about)}.`);
    this.fault = fault;
    this.line = line;
    this.about = about;
  }
}
