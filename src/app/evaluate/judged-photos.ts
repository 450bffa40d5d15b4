/** `<app-judged-photos>`: photos with what they show and what they were called, some at a time. */

import { css, html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";

/** A photo and what is written below it. */
export interface JudgedPhoto {
  number: number;
  path: string;
  file: File;
  lines: readonly { text: string; quiet?: boolean }[];
}

const PAGE = 12;

export class JudgedPhotos extends AppElement {
  static override properties = { photos: { attribute: false }, heading: {}, note: {}, most: { state: true } };

  static override styles = [
    AppElement.styles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
        gap: 12px;
        margin-block: 8px;
      }
      li {
        min-width: 0;
        font-size: var(--_small);
        overflow-wrap: anywhere;
      }
      app-small-photo {
        height: 120px;
        margin-bottom: 4px;
      }
    `,
  ];

  declare photos: readonly JudgedPhoto[];
  declare heading: string;
  declare note: string;
  declare most: number;

  constructor() {
    super();
    this.most = PAGE;
    this.note = "";
  }

  protected override render() {
    const { words, photos, heading, note } = this;
    if (photos.length === 0) return nothing;
    return html`<h2>${heading}</h2>
      ${note ? html`<p class="quiet small">${note}</p>` : nothing}
      <ul aria-label=${heading}>${photos.slice(0, this.most).map(
        ({ path, file, lines }) => html`<li><app-small-photo .file=${file}></app-small-photo>
          <p>${path}</p>${lines.map(({ text, quiet }) => html`<p class=${quiet ? "quiet" : ""}>${text}</p>`)}</li>`,
      )}</ul>
      ${
        photos.length > this.most
          ? html`<button @click=${() => {
              this.most += 4 * PAGE;
            }}>${words.evalMore(photos.length - this.most)}</button>`
          : nothing
      }`;
  }
}
