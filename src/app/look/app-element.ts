/** What all elements of the page share: the words in the language now shown, and the base of the look. */

import { type CSSResultGroup, LitElement, type PropertyValues } from "lit";
import { type Language, takeTextBack } from "../../ui/index.ts";
import { language } from "../words/language.ts";
import { type Words, words } from "../words/words.ts";
import { base } from "./base.ts";

export class AppElement extends LitElement {
  static override styles: CSSResultGroup = base;

  readonly #unsubscribe: (() => void)[] = [];

  protected get language(): Language {
    return language.value;
  }

  protected get words(): Words {
    return words;
  }

  /** Draws anew after every change of one of these. */
  protected follow(...stores: { subscribe(listener: () => void): () => void }[]): void {
    for (const one of stores) this.#unsubscribe.push(one.subscribe(() => this.requestUpdate()));
  }

  protected override update(changed: PropertyValues): void {
    takeTextBack(this.renderRoot);
    super.update(changed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(language);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe();
  }
}
