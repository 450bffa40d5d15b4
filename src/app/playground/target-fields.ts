/** `<app-target-fields>`: whom the playground calls. What is written here is in the page's address too. */

import { css, html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";
import { formStyles } from "../look/form.ts";
import { knownSelect, knownSelectStyles } from "../look/known-select.ts";
import type { Target } from "../serving/client-for.ts";
import { knownMethods, knownServables, signatures } from "../serving/signatures.ts";
import { queryOfTarget, targetOfQuery } from "../serving/target.ts";
import { checkName, checkVersion, type SettingFault } from "../state/check.ts";
import { playgroundQuery, setPlaygroundQuery } from "../state/route.ts";
import { settings } from "../state/settings.ts";

const CHECKS: Record<keyof Target, (text: string) => SettingFault | undefined> = {
  servable: checkName,
  method: checkName,
  version: checkVersion,
};

export class TargetFields extends AppElement {
  static override properties = { faults: { state: true } };
  static override styles = [
    AppElement.styles,
    formStyles,
    knownSelectStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: 2fr 2fr 90px;
        gap: 10px;
      }
      @media (max-width: 640px) {
        .fields {
          grid-template-columns: 5fr 6fr 3fr;
          gap: 6px;
        }
      }
    `,
  ];

  declare faults: Partial<Record<keyof Target, SettingFault>>;

  constructor() {
    super();
    this.faults = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(playgroundQuery, signatures, settings);
    const form = this.closest("form");
    form?.addEventListener("mousedown", keepFocus);
    form?.addEventListener("click", this.#takeWritten, { capture: true });
  }

  /** Before a button of the form does what it does: what is written in a field that has the focus still counts. */
  #takeWritten = (event: Event): void => {
    if (!isOnButton(event)) return;
    const target = targetOfQuery(playgroundQuery.value);
    for (const input of this.renderRoot.querySelectorAll("input")) {
      const name = input.id as keyof Target;
      if (input.value.trim() !== target[name]) this.#take(name, input.value.trim());
    }
  };

  protected override render() {
    const { words } = this;
    return html`<div class="fields">
      ${this.#field("servable", words.servable)} ${this.#field("method", words.method)}
      ${this.#field("version", words.version)}
    </div>`;
  }

  #field(name: keyof Target, label: string) {
    const fault = this.faults[name];
    const now = targetOfQuery(playgroundQuery.value)[name];
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <div class="named">
      <input id=${name} class="mono" autocomplete="off" spellcheck="false" autocapitalize="off"
        inputmode=${name === "version" ? "numeric" : "text"} .value=${now}
        aria-invalid=${String(fault !== undefined)} aria-describedby=${fault ? `${name}-fault` : nothing}
        @change=${(event: Event) => this.#take(name, (event.target as HTMLInputElement).value.trim())} />
      ${knownSelect(this.words.namesFor(label), [{ names: this.#known(name) }], now, (text) => this.#take(name, text))}
      </div>
      ${fault ? html`<p class="fault" id=${`${name}-fault`} role="alert">${fault === "countBad" ? nothing : this.words[fault]}</p>` : nothing}
    </div>`;
  }

  #known(name: keyof Target): readonly string[] {
    if (name === "servable") return knownServables();
    return name === "method" ? methodsOf(targetOfQuery(playgroundQuery.value).servable) : [];
  }

  #take(name: keyof Target, text: string) {
    const fault = CHECKS[name](text);
    const { [name]: _, ...others } = this.faults;
    this.faults = fault ? { ...others, [name]: fault } : others;
    if (fault) return;
    const target = { ...targetOfQuery(playgroundQuery.value), [name]: text };
    const [first] = methodsOf(target.servable);
    // The old servable's method would be a mistake.
    const isOther = name === "servable" && first !== undefined && !methodsOf(text).includes(target.method);
    setPlaygroundQuery(queryOfTarget(isOther ? { ...target, method: first } : target));
  }

  /** Puts the cursor into the first faulty field. @returns whether there is one */
  focusFault(): boolean {
    const [first] = Object.keys(this.faults);
    if (first) this.renderRoot.querySelector<HTMLInputElement>(`#${first}`)!.focus();
    return first !== undefined;
  }
}

/** A field that loses the focus changes the form, and the button would move away between the press and the click. */
function keepFocus(event: MouseEvent): void {
  if (isOnButton(event)) event.preventDefault();
}

const isOnButton = (event: Event) => event.composedPath().some((node) => node instanceof HTMLButtonElement);

const methodsOf = (servable: string): string[] => Object.keys(knownMethods(servable));
