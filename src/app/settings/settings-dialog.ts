/** `<app-settings-dialog>`: the settings, in a sheet at the side. Each change counts at once. */

import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Language, removeIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { formStyles } from "../look/form.ts";
import { knownSelect, knownSelectStyles } from "../look/known-select.ts";
import { signatures } from "../serving/signatures.ts";
import type { SettingFault } from "../state/check.ts";
import { changeSettings, DEFAULTS, type Settings, settings, THEMES } from "../state/settings.ts";
import { switchLanguage } from "../words/language.ts";
import {
  CLASSIFY_FIELDS,
  CONNECTION_FIELDS,
  type Field,
  type FieldName,
  settingFaultText,
} from "./fields.ts";
import { dialogStyles } from "./settings-dialog.css.ts";

const LANGUAGES: readonly { language: Language; name: string; tag: string }[] = [
  { language: "en", name: "English", tag: "en" },
  { language: "zh", name: "中文", tag: "zh-CN" },
];

export class SettingsDialog extends AppElement {
  static override properties = { faults: { state: true }, opened: { state: true } };
  static override styles = [AppElement.styles, formStyles, knownSelectStyles, dialogStyles];

  /** What was written last and can't be taken, by field. */
  declare faults: Partial<Record<FieldName, SettingFault>>;
  /** A number for each time it was opened or reset: the fields then show the settings anew. */
  declare opened: number;

  constructor() {
    super();
    this.faults = {};
    this.opened = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(settings, signatures);
  }

  /** Opens the sheet, with the cursor in one field if that is asked for. */
  async open(field?: string): Promise<void> {
    this.faults = {};
    this.opened++;
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")!.showModal();
    if (field) this.renderRoot.querySelector<HTMLInputElement>(`#${CSS.escape(field)}`)?.focus();
  }

  protected override render() {
    const { words } = this;
    return html`<dialog aria-labelledby="title" @click=${this.#closeOutside}>
      <div class="head">
        <h2 id="title">${words.settings}</h2>
        <button class="bare" @click=${this.#close}>${removeIcon}${words.close}</button>
      </div>
      <div class="body">
        <p class="quiet small">${words.settingsNote}</p>
        ${keyed(this.opened, this.#groups())}
        <button class="add" @click=${this.#reset}>${words.resetSettings}</button>
      </div>
    </dialog>`;
  }

  /** Anew each time: what could not be taken the last time is gone. */
  #groups() {
    const { words } = this;
    return html`
      <fieldset>
        <legend>${words.lookGroup}</legend>
        ${this.#languages()} ${this.#themes()}
      </fieldset>
      <fieldset>
        <legend>${words.connectionGroup}</legend>
        ${CONNECTION_FIELDS.map((field) => this.#field(field))}
        <div class="field">
          <span class="legend">${words.metadata}</span>
          <app-metadata-editor id="metadata" .metadata=${settings.value.metadata}
            @edit=${({ value }: EditEvent<Settings["metadata"]>) => changeSettings({ metadata: value })}></app-metadata-editor>
          <p class="quiet small">${words.metadataNote}</p>
        </div>
      </fieldset>
      <fieldset>
        <legend>${words.classifyGroup}</legend>
        ${CLASSIFY_FIELDS.slice(0, 4).map((field) => this.#field(field))}
        <div class="pair">${CLASSIFY_FIELDS.slice(4).map((field) => this.#field(field))}</div>
      </fieldset>
    `;
  }

  #languages() {
    const { words } = this;
    return html`<div class="field">
      <span class="legend" id="languages">${words.languageSetting}</span>
      <div class="choice" role="radiogroup" aria-labelledby="languages">
        ${LANGUAGES.map(
          ({ language, name, tag }) => html`<label lang=${tag}>
            <input type="radio" name="language" .checked=${this.language === language}
              @change=${() => switchLanguage(language)} />${name}</label>`,
        )}
      </div>
    </div>`;
  }

  #themes() {
    const { words } = this;
    const names = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark };
    return html`<div class="field">
      <span class="legend" id="themes">${words.theme}</span>
      <div class="choice" role="radiogroup" aria-labelledby="themes">
        ${THEMES.map(
          (theme) => html`<label>
            <input type="radio" name="theme" value=${theme} .checked=${settings.value.theme === theme}
              @change=${() => changeSettings({ theme })} />${names[theme]}</label>`,
        )}
      </div>
    </div>`;
  }

  #field(field: Field) {
    const { words } = this;
    const { name } = field;
    const fault = this.faults[name];
    return html`<div class="field">
      <label for=${name}>${field.label(words)}</label>
      <div class="named">
      <input id=${name} class="mono" autocomplete="off" spellcheck="false" autocapitalize="off"
        inputmode=${field.numeric ? "decimal" : "text"} placeholder=${field.placeholder?.(settings.value) || nothing}
        .value=${field.write(settings.value)} aria-invalid=${fault ? "true" : "false"}
        aria-describedby="${name}-note" @change=${(event: Event) => this.#take(field, (event.target as HTMLInputElement).value)} />
      ${knownSelect(words.knownNames(field.label(words)), field.known?.(settings.value, words) ?? [], field.write(settings.value), (text) => this.#take(field, text))}
      </div>
      <p class="about small ${fault ? "fault" : "quiet"}" id="${name}-note" role=${fault ? "alert" : nothing}>${
        fault ? settingFaultText(fault, words, field.max) : field.note?.(words, settings.value)
      }</p>
    </div>`;
  }

  #take(field: Field, text: string) {
    const fault = field.check(text);
    const { [field.name]: _, ...others } = this.faults;
    this.faults = fault ? { ...others, [field.name]: fault } : others;
    if (!fault) changeSettings(field.read(text));
  }

  #reset() {
    this.faults = {};
    settings.set(DEFAULTS);
    this.opened++;
  }

  #close() {
    this.renderRoot.querySelector("dialog")!.close();
  }

  #closeOutside(event: Event) {
    if (event.target === event.currentTarget) this.#close();
  }
}
