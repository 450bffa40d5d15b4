/** The answers of a function that gives metadata: shared by those who ask at the same time, kept by nobody. */

import { checkHeaders, type MetadataHeaders, type MetadataSource } from "./metadata.ts";

type MetadataFunction = Extract<MetadataSource, (...args: never) => unknown>;

/** What a function gave, once. */
export interface MetadataAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Equal for equal headers. */
  readonly key: string;
  /** How many times the function had been asked by then. */
  readonly asked: number;
}

export class MetadataAnswers {
  readonly #give: MetadataFunction;
  #asked = 0;
  /** An answer that is still to come. */
  #coming: Promise<MetadataAnswer> | undefined;
  /** What was asked for last because these headers were refused. */
  #renewed: { key: string; asked: number; answer: Promise<MetadataAnswer> } | undefined;
  /** Of the newest answer. */
  #newest: string | undefined;
  /** Of the headers that were refused last, unless they were taken since. */
  #refused: string | undefined;

  constructor(give: MetadataFunction) {
    this.#give = give;
  }

  /** Headers for a call that is to be made. Rejects with an Error for what the function throws, a TypeError for its headers. */
  ask(): Promise<MetadataAnswer> {
    // Headers that were refused before the newest ones were given say nothing of those.
    return this.#coming ?? this.#askNow(this.#refused !== undefined && this.#refused === this.#newest);
  }

  /**
   * Headers for a call that was refused with these. All that were refused with equal headers, given before somebody
   * asked for new ones, get the same: the function is asked once.
   */
  renew(old: MetadataAnswer): Promise<MetadataAnswer> {
    if (this.#renewed?.key === old.key && old.asked < this.#renewed.asked) return this.#renewed.answer;
    const answer = this.#askNow(true);
    this.#renewed = { key: old.key, asked: this.#asked, answer };
    return answer;
  }

  /** A call with these headers has ended. */
  ended({ key }: MetadataAnswer, refused: boolean): void {
    if (refused) this.#refused = key;
    else if (this.#refused === key) this.#refused = undefined;
  }

  async #given(refused: boolean): Promise<Record<string, string>> {
    let given: MetadataHeaders | undefined;
    try {
      given = await this.#give({ refused });
    } catch (cause) {
      throw new Error(`metadata: its function failed: ${cause}`, { cause });
    }
    return checkHeaders(given);
  }

  #askNow(refused: boolean): Promise<MetadataAnswer> {
    const asked = ++this.#asked;
    const answer = this.#given(refused).then((headers) => {
      const key = JSON.stringify(Object.entries(headers).sort());
      this.#newest = key;
      return { headers, key, asked };
    });
    const done = () => {
      if (this.#coming === answer) this.#coming = undefined;
    };
    answer.then(done, done);
    this.#coming = answer;
    return answer;
  }
}

const known = new WeakMap<MetadataFunction, MetadataAnswers>();

/** By function: clients and elements of a page that are given one function ask it together. */
export function answersOf(give: MetadataFunction): MetadataAnswers {
  const answers = known.get(give) ?? new MetadataAnswers(give);
  known.set(give, answers);
  return answers;
}
