/** A value in a document, and where it stands. */

import { describe } from "../tensor/index.ts";

export class Place {
  /** `methods.add.inputs`; of the document itself, its name. */
  readonly path: string;
  readonly value: unknown;
  /** Its name where it stands; of the document, "". */
  readonly key: string;
  readonly #isRoot: boolean;

  /** @param key left out for the document itself */
  constructor(path: string, value: unknown, key?: string) {
    this.path = path;
    this.value = value;
    this.key = key ?? "";
    this.#isRoot = key === undefined;
  }

  get isThere(): boolean {
    return this.value !== undefined;
  }

  /** What stands under a name or number here, if anything does. */
  at(key: string | number): Place {
    const holder = this.value as Record<string | number, unknown> | undefined;
    const value = holder !== undefined && Object.hasOwn(holder, key) ? holder[key] : undefined;
    return new Place(this.pathOf(key), value, String(key));
  }

  /** @throws TypeError unless it is an object with no other names than these */
  only(names: readonly string[]): this {
    this.object();
    const stray = Object.keys(this.value as object).find((name) => !names.includes(name));
    if (stray !== undefined) {
      throw new TypeError(`${this.pathOf(stray)} has no meaning: ${this.path} may have ${names.join(", ")}`);
    }
    return this;
  }

  /** What stands here by name; nothing where nothing is there. @throws TypeError for anything but an object */
  entries(): Place[] {
    if (!this.isThere) return [];
    this.object();
    return Object.keys(this.value as object).map((name) => {
      if (name === "") throw new TypeError(`${this.path} has an empty name: give it one`);
      return this.at(name);
    });
  }

  required(wanted: string): this {
    if (!this.isThere) this.fail(`give ${wanted}`);
    return this;
  }

  name(wanted: string): void {
    if (typeof this.value !== "string" || this.value === "") this.fail(`give ${wanted}`);
  }

  text(): void {
    if (this.isThere && typeof this.value !== "string") this.fail("give a text, or leave it out");
  }

  fail(advice: string): never {
    const given = this.isThere
      ? `is ${Array.isArray(this.value) ? "a list" : describe(this.value)}`
      : "is missing";
    throw new TypeError(`${this.path} ${given}: ${advice}`);
  }

  private pathOf(key: string | number): string {
    return this.#isRoot ? step(key).replace(/^\./, "") : `${this.path}${step(key)}`;
  }

  private object(): void {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) {
      this.fail("give an object, { … }");
    }
  }
}

/** `.name`, or `["a name"]` where it would not be read as one. */
function step(key: string | number): string {
  if (typeof key === "string" && /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key)) return `.${key}`;
  return `[${JSON.stringify(key)}]`;
}
