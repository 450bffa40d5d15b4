/** What both elements share: where they call, the library when it is needed, language, and their events. */

import { type CSSResultGroup, LitElement, type PropertyDeclarations, type PropertyValues } from "lit";
import type { Client, MetadataSource } from "../../client/index.ts";
import { codeMissing, type Failure, thrownFailure } from "../../failures/index.ts";
import { type ClientLibrary, keptClient, loadClient } from "../../library/index.ts";
import { PhotoError } from "../../photos/index.ts";
import { type Language, takeTextBack, tokens, whenIdle } from "../../ui/index.ts";
import { base } from "../look/base.ts";
import { en, type Words } from "../words/en.ts";
import { zh } from "../words/zh.ts";
import { languageOf, watchLanguage } from "./language.ts";

const WORDS: Readonly<Record<Language, Words>> = { en, zh };

/** Long enough for a slow model, short enough that a lost call is noticed. */
const TIMEOUT_MS = 120_000;

export abstract class ServingElement extends LitElement {
  static override properties: PropertyDeclarations = {
    address: { useDefault: true },
    servable: { useDefault: true },
    method: { useDefault: true },
    version: { useDefault: true },
    timeoutMs: { attribute: "timeout-ms", type: Number, useDefault: true },
    theme: { reflect: true },
    metadata: { attribute: false },
    refreshMetadata: { attribute: "refresh-metadata", type: Boolean, useDefault: true },
  };

  static override styles: CSSResultGroup = [tokens, base];

  declare address: string;
  declare servable: string;
  declare method: string;
  declare version: number | bigint | string;
  declare timeoutMs: number;
  declare theme: "light" | "dark" | "auto" | undefined;
  declare metadata: MetadataSource | undefined;
  declare refreshMetadata: boolean;

  #unwatch: (() => void) | undefined;

  /** What each property is first is what it is again when its attribute goes. */
  constructor(servable = "", method = "") {
    super();
    this.address = "";
    this.servable = servable;
    this.method = method;
    this.version = 0;
    this.timeoutMs = TIMEOUT_MS;
    this.refreshMetadata = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchLanguage(this, () => this.requestUpdate());
    // A failure shows at the first call, which tries again.
    whenIdle(() => void loadClient().catch(() => {}));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    // An element that only moves is back in the page by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.stop();
    });
  }

  /** The element has left the page: nobody waits for its calls any more. */
  protected abstract stop(): void;

  protected get language(): Language {
    return languageOf(this);
  }

  protected get words(): Words {
    return WORDS[this.language];
  }

  /** Other attributes name another client now. */
  protected retarget(): void {}

  protected override update(changed: PropertyValues): void {
    takeTextBack(this.renderRoot);
    super.update(changed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const names = [
      "address",
      "servable",
      "method",
      "version",
      "timeoutMs",
      "metadata",
      "refreshMetadata",
    ] as const;
    if (names.some((name) => changed.has(name))) this.retarget();
  }

  /** The library and the client for what the attributes say now, or why there is none. */
  protected async connect(): Promise<Connection | { failure: Failure }> {
    let library: ClientLibrary;
    try {
      library = await loadClient();
    } catch {
      return { failure: codeMissing() };
    }
    try {
      return { library, client: keptClient(library, this) };
    } catch (error) {
      return { failure: thrownFailure(error) };
    }
  }

  /** @throws PhotoError that says why there is none */
  protected async client(): Promise<Client> {
    const connected = await this.connect();
    if ("failure" in connected) throw new PhotoError(connected.failure);
    return connected.client;
  }

  /** Tells the page: all events bubble, out of shadow roots too. */
  protected emit<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

export interface Connection {
  client: Client;
  library: ClientLibrary;
}
