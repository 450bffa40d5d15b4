/** `<app-call-copy>`: the call as a command or as code, to be made again elsewhere. */

import { css, html, nothing } from "lit";
import proto from "../../../proto/ms_service.proto?raw";
import { curl, grpcurl, type InspectedCall, requestBody, requestJson } from "../../inspect/index.ts";
import { pythonCode } from "../code/python-code.ts";
import { typescriptCode } from "../code/typescript-code.ts";
import { AppElement } from "../look/app-element.ts";
import { download } from "../look/download.ts";
import { downloadIcon } from "../look/icons.ts";
import { codeRequestOf } from "./code-request-of.ts";

const WAYS = ["grpcurl", "curl", "Python", "TypeScript"] as const;

export class CallCopy extends AppElement {
  static override properties = {
    call: { attribute: false },
    way: { state: true },
    json: { state: true },
    unread: { state: true },
  };
  static override styles = [
    AppElement.styles,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        margin: 12px 0 8px;
      }
      .line button[aria-pressed="true"] {
        border-color: var(--_accent);
        background: var(--_accent-quiet);
      }
      .line app-copy-line {
        margin-inline-start: auto;
      }
      pre {
        max-height: 420px;
        padding: 12px;
        overflow: auto;
        border: 1px solid var(--_line);
        border-radius: var(--_corner);
        background: var(--_field);
        line-height: 1.5;
      }
    `,
  ];

  declare call: InspectedCall;
  declare way: (typeof WAYS)[number];
  /** The request; absent while it is made. */
  declare json: object | undefined;
  declare unread: boolean;

  constructor() {
    super();
    this.way = "grpcurl";
    this.unread = false;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("call")) return;
    const before = changed.get("call") as InspectedCall | undefined;
    if (before?.messages?.request === this.call.messages?.request && this.json) return;
    this.json = undefined;
    this.unread = false;
    void this.#make(this.call);
  }

  protected override render() {
    const { words, way } = this;
    const text = this.#text();
    return html`
      <div class="line" role="group" aria-label=${words.copyAs}>
        ${WAYS.map(
          (name) =>
            html`<button aria-pressed=${name === way} @click=${() => {
              this.way = name;
            }}>${name}</button>`,
        )}
        ${text === undefined ? nothing : html`<app-copy-line bare .text=${text}></app-copy-line>`}
      </div>
      <p class="quiet small">${way === "curl" ? words.goesToProxy : way === "TypeScript" ? nothing : words.goesToServing}
        ${way === "grpcurl" && text?.includes("-d @") ? words.longJson : nothing}</p>
      ${this.unread && way === "grpcurl" ? html`<p class="quiet">${words.fileUnread}</p>` : nothing}
      ${text === undefined ? nothing : html`<pre tabindex="0" aria-label=${way} lang="en" translate="no">${text}</pre>`}
      <div class="line">${this.#files()}</div>
    `;
  }

  #text(): string | undefined {
    const { call, json } = this;
    switch (this.way) {
      case "grpcurl":
        return json && grpcurl(call, json);
      case "curl":
        return curl(call);
      case "Python":
        return pythonCode(codeRequestOf(call));
      case "TypeScript":
        return typescriptCode(codeRequestOf(call));
    }
  }

  #files() {
    const { words, call, json, way } = this;
    if (way === "curl") {
      return this.#file(words.saveRequestBin, async () =>
        download(new Blob([await requestBody(call.messages!)]), "request.bin"),
      );
    }
    if (way !== "grpcurl" || !json) return nothing;
    return [
      this.#file(words.saveRequestJson, () => download(new Blob([JSON.stringify(json)]), "request.json")),
      this.#file(words.saveProto, () => download(new Blob([proto]), "ms_service.proto")),
    ];
  }

  #file(name: string, save: () => unknown) {
    return html`<button @click=${save}>${downloadIcon}${name}</button>`;
  }

  async #make(call: InspectedCall): Promise<void> {
    const json = await requestJson(call.messages!).catch(() => undefined);
    if (call !== this.call) return;
    this.json = json;
    this.unread = json === undefined;
  }
}
