/** `<app-call-bytes>`: a call's bytes in hexadecimal, and as files. */

import { css, html, nothing } from "lit";
import { type InspectedCall, replyBody, requestBody } from "../../inspect/index.ts";
import { AppElement } from "../look/app-element.ts";
import { download } from "../look/download.ts";
import { downloadIcon } from "../look/icons.ts";
import { hexText } from "../viewer/bytes.ts";

const SHOWN = 1024;

interface Bodies {
  request: Uint8Array<ArrayBuffer> | undefined;
  reply: Uint8Array<ArrayBuffer> | undefined;
}

export class CallBytes extends AppElement {
  static override properties = { call: { attribute: false }, bodies: { state: true } };
  static override styles = [
    AppElement.styles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin: 12px 0 4px;
      }
      h3 {
        font-size: var(--_text);
        font-weight: 600;
      }
      .head button {
        margin-inline-start: auto;
      }
      pre {
        max-height: 320px;
        overflow: auto;
        font-size: 12.5px;
        line-height: 1.5;
      }
    `,
  ];

  declare call: InspectedCall;
  /** Absent while they are made. */
  declare bodies: Bodies | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("call")) return;
    const before = changed.get("call") as InspectedCall | undefined;
    if (before?.messages === this.call.messages && this.bodies) return;
    this.bodies = undefined;
    void this.#make(this.call);
  }

  protected override render() {
    const { words, bodies, call } = this;
    if (!bodies) return nothing;
    const { request, reply } = bodies;
    return html`
      <p class="quiet small">${words.hexAbout}</p>
      ${request ? this.#body(words.hexRequest, request, "request.bin") : html`<p class="quiet">${words.fileUnread}</p>`}
      ${reply ? this.#body(words.hexReply, reply, "reply.bin") : nothing}
      ${call.messages?.reply ? nothing : html`<p class="quiet">${words.noReplyMessage}</p>`}
    `;
  }

  #body(title: string, bytes: Uint8Array<ArrayBuffer>, name: string) {
    const { words } = this;
    return html`<div class="head"><h3>${title}</h3><span class="quiet small">${words.bytesLong(bytes.length)}</span>
        <button @click=${() => download(new Blob([bytes]), name)}>${downloadIcon}${words.saveBin}</button></div>
      <pre tabindex="0" aria-label=${title} translate="no">${hexText(bytes.subarray(0, SHOWN))}</pre>
      ${bytes.length > SHOWN ? html`<p class="quiet small">${words.firstBytes(SHOWN, bytes.length)}</p>` : nothing}`;
  }

  async #make(call: InspectedCall): Promise<void> {
    const { messages } = call;
    const [request, reply] = await Promise.all([
      messages && requestBody(messages).catch(() => undefined),
      messages?.reply && replyBody(messages.reply),
    ]);
    if (call === this.call) this.bodies = { request, reply };
  }
}
