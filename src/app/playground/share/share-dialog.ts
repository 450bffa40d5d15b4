/** `<app-share-dialog>`: a link to the request, and what goes into it, before it is copied. */

import { css, html, nothing } from "lit";
import { removeIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { dialogStyles } from "../../look/dialog.css.ts";
import { formStyles } from "../../look/form.ts";
import { downloadIcon } from "../../look/icons.ts";
import { methodName, queryOfTarget } from "../../serving/target.ts";
import { type Asked, filesOf } from "../kept/asked.ts";
import { nameTwice, wholeJson } from "../request/written-json.ts";
import { MAX_LINK, requestParam } from "./request-link.ts";
import { SaveFileEvent } from "./share-events.ts";

/** Says {@link SaveFileEvent} where the values are too large for a link. */
export class ShareDialog extends AppElement {
  static override properties = { request: { state: true }, bare: { state: true } };

  static override styles = [
    AppElement.styles,
    formStyles,
    dialogStyles,
    css`
      dialog {
        width: min(620px, 100vw - 32px);
      }
      .body {
        display: grid;
        gap: 12px;
        padding: 4px 20px 20px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 14px;
        margin: 0;
      }
      dt {
        color: var(--_ink-quiet);
        font-size: var(--_small);
        line-height: 1.6;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      pre {
        max-height: 180px;
        overflow: auto;
        padding: 8px 10px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_field);
        line-height: 1.45;
      }
      /* Its beginning is enough to see; all of it is copied. */
      .link::part(text) {
        display: -webkit-box;
        margin-block: 6px;
        padding-block: 0;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
      }
      label:has(:disabled) {
        opacity: 0.6;
        cursor: default;
      }
      .large {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      @media (max-width: 640px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd + dt {
          margin-top: 8px;
        }
      }
    `,
  ];

  /** Nothing is shown without one. */
  declare protected request: Asked | undefined;
  /** Whether the values stay out of the link. */
  declare protected bare: boolean;

  async open(request: Asked): Promise<void> {
    this.request = request;
    this.bare = false;
    await this.updateComplete;
    this.#dialog().showModal();
    this.renderRoot.querySelector<HTMLInputElement>("input:checked")!.focus();
  }

  protected override render() {
    const { words, request } = this;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <header>
        <h2 id="title">${words.copyLink}</h2>
        <button class="bare" aria-label=${words.close} title=${words.close}
          @click=${() => this.#dialog().close()}>${removeIcon}</button>
      </header>
      ${request ? html`<div class="body">${this.#body(request)}</div>` : nothing}
    </dialog>`;
  }

  #body(request: Asked) {
    const { words } = this;
    const twice = nameTwice(request.instances);
    const link = twice === undefined ? linkOf(request) : "";
    const isLarge = link.length > MAX_LINK;
    const isBare = this.bare || isLarge || twice !== undefined;
    const files = filesOf(request.instances);
    const choice = (bare: boolean, label: string) => html`<label class="small">
      <input type="radio" name="content" .checked=${isBare === bare} ?disabled=${!bare && isBare && !this.bare}
        @change=${() => {
          this.bare = bare;
        }} />${label}</label>`;
    return html`
      <p class="quiet small">${words.shareNote}</p>
      <div class="choice" role="radiogroup" aria-label=${words.shareContent}>
        ${choice(false, words.shareValues)} ${choice(true, words.shareTarget)}
      </div>
      ${twice === undefined ? nothing : html`<p class="fault" role="alert">${words.faultTwice(twice)}</p>`}
      ${isLarge ? this.#large(request, link.length) : nothing}
      <dl>
        <dt>${words.shareIn}</dt>
        <dd><span class="mono">${methodName(request)}</span>${request.version === "0" ? "" : html`, ${words.version} ${request.version}`}</dd>
        ${isBare ? nothing : html`<dt>${words.shareValuesShort}</dt><dd><pre tabindex="0" aria-label=${words.shareValuesShort}>${wholeJson(request.instances)}</pre></dd>`}
        <dt>${words.shareOut}</dt>
        <dd>${words.shareNever}${files.length > 0 && !isBare ? html`<br />${words.shareFiles(files.join(", "))}` : nothing}</dd>
      </dl>
      <app-copy-line class="link" .text=${isBare ? linkOf(request, true) : link}></app-copy-line>
    `;
  }

  #large(request: Asked, length: number) {
    const { words } = this;
    return html`<div class="large" role="alert">
      <p class="fault">${words.shareLarge(length, MAX_LINK, largest(request))}</p>
      <button @click=${() => {
        this.#dialog().close();
        this.dispatchEvent(new SaveFileEvent(request));
      }}>${downloadIcon}${words.saveJson}</button>
    </div>`;
  }

  #closed() {
    this.request = undefined;
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }
}

/** @param bare without the values */
function linkOf(request: Asked, bare = false): string {
  const [page] = location.href.split("#");
  const values = bare ? "" : `&request=${requestParam(request.instances)}`;
  return `${page}#/playground?${queryOfTarget(request)}${values}`;
}

/** The input whose text is the longest. */
function largest({ instances }: Asked): string {
  const all = instances.flat();
  return all.reduce((most, one) => (one.text.length > most.text.length ? one : most), all[0]!).name;
}
