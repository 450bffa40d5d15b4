/** `<app-blob-view>`: a file that was sent; its bytes are read when somebody looks. */

import { html, nothing } from "lit";
import { AppElement } from "../look/app-element.ts";

export class BlobView extends AppElement {
  static override properties = {
    name: {},
    blob: { attribute: false },
    bytes: { state: true },
    unread: { state: true },
  };

  declare name: string;
  declare blob: Blob;
  declare bytes: Uint8Array<ArrayBuffer> | undefined;
  declare unread: boolean;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("blob")) return;
    this.bytes = undefined;
    this.unread = false;
    void this.#read(this.blob);
  }

  protected override render() {
    const { name, blob, bytes } = this;
    if (this.unread) return html`<p class="small quiet">${name}: ${this.words.fileUnread}</p>`;
    return html`
      ${"name" in blob ? html`<p class="small quiet mono">${String(blob.name)} ${blob.type}</p>` : nothing}
      ${bytes ? html`<app-output-view .name=${name} .value=${bytes}></app-output-view>` : nothing}
    `;
  }

  async #read(blob: Blob): Promise<void> {
    const bytes = await blob.arrayBuffer().catch(() => undefined);
    if (blob !== this.blob) return;
    this.unread = bytes === undefined;
    this.bytes = bytes && new Uint8Array(bytes);
  }
}
