/** `<app-file-picture>`: a chosen file as the picture that it is; nothing for other files. */

import { css, html, nothing, type PropertyValues } from "lit";
import { AppElement } from "../look/app-element.ts";
import { pictureType } from "../viewer/bytes.ts";

/** Enough to know a picture by. */
const HEAD = 16;

export class FilePicture extends AppElement {
  static override properties = {
    file: { attribute: false },
    label: { attribute: false },
    url: { state: true },
  };
  static override styles = [
    AppElement.styles,
    css`
      img {
        display: block;
        max-width: 100%;
        max-height: 160px;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
      }
    `,
  ];

  declare file: File;
  declare label: string;
  /** Of what is shown; `undefined` until it is known to be a picture. */
  declare protected url: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("file")) void this.#look(this.file);
  }

  async #look(file: File): Promise<void> {
    this.#forget();
    const head = await file
      .slice(0, HEAD)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0));
    const type = pictureType(new Uint8Array(head));
    if (!type || file !== this.file || !this.isConnected) return;
    this.#forget();
    this.url = URL.createObjectURL(new Blob([file], { type }));
  }

  protected override render() {
    return this.url ? html`<img src=${this.url} alt=${this.label} />` : nothing;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  #forget() {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = undefined;
  }
}
