/** `<app-classify-page>`: photos in, labels out. */

import { html, nothing } from "lit";
import { codeMissing, type Failure, sampleMissing } from "../../failures/index.ts";
import type { Incoming } from "../../photos/index.ts";
import type { Sample } from "../../samples/index.ts";
import { whenIdle } from "../../ui/index.ts";
import { CodeEvent } from "../code/code-event.ts";
import { AppElement } from "../look/app-element.ts";
import { codeIcon } from "../look/icons.ts";
import { laterPart } from "../parts/later-part.ts";
import { found } from "../serving/connection.ts";
import { signatureOf, signatures } from "../serving/signatures.ts";
import { isForeign } from "../serving/watch.ts";
import { goTo, page } from "../state/route.ts";
import { changeSettings, SHRUNK_SIDE, settings } from "../state/settings.ts";
import type { CameraDialog } from "./camera/camera-dialog.ts";
import { classifyPageStyles } from "./classify-page.css.ts";
import { type DemoFacts, fetchDemoFacts } from "./demo-note.ts";
import { emptyTable } from "./intake/empty-table.ts";
import type { IntakeEvent } from "./intake/intake-event.ts";
import type { PhotoIntake, ShrinkEvent } from "./intake/photo-intake.ts";
import type { SampleStrip, SamplesEvent } from "./intake/sample-strip.ts";
import { inputOf, pageTop } from "./page-top.ts";
import type { FoundEvent, GivenNotes } from "./table/given-notes.ts";
import type { PhotoTable } from "./table/photo-table.ts";
import type { TableEvent } from "./table/table-events.ts";

const loadTable = laterPart(() => import("./table/index.ts"));
const loadCamera = laterPart(() => import("./camera/index.ts"));

export class ClassifyPage extends AppElement {
  static override properties = {
    demo: { state: true },
    failure: { state: true },
    hasTable: { state: true },
    latest: { state: true },
    closed: { state: true },
  };
  static override styles = [AppElement.styles, classifyPageStyles];

  declare demo: DemoFacts | undefined;
  /** Of the page itself, and the samples that did not come. */
  declare failure: { failure: Failure; samples: readonly Sample[] } | undefined;
  /** The table of photos is there, perhaps empty again. */
  declare hasTable: boolean;
  /** What the table said last. */
  declare latest: TableEvent | undefined;
  /** The last failure whose message was closed. */
  declare closed: Failure | undefined;

  constructor() {
    super();
    this.hasTable = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(settings, found, signatures);
    // A failure shows when they are needed, which tries again.
    whenIdle(() => void loadTable().catch(() => {}));
    void fetchDemoFacts().then((facts) => {
      this.demo = facts;
    });
  }

  protected override render() {
    const { words, demo, latest } = this;
    const failure = this.failure?.failure ?? latest?.failure;
    return html`
      ${pageTop({
        words,
        settings: settings.value,
        inputs: this.#inputs,
        signature: this.#signature,
        // Another address has another server.
        demo: isForeign() ? undefined : demo,
        takeSamples: this.#takeSamples,
      })}
      <div class="actions">
        <app-photo-intake .shrink=${settings.value.shrink} .savedBytes=${latest?.savedBytes ?? 0}
          @intake=${this.#taken} @camera=${this.#openCamera}
          @shrink=${({ shrink }: ShrinkEvent) => changeSettings({ shrink })}></app-photo-intake>
        <button class="bare use" @click=${this.#showCode}>
          ${codeIcon}${words.useInCode}</button>
      </div>
      ${this.hasTable ? this.#table() : nothing}
      ${
        latest && latest.count > 0
          ? nothing
          : html`<div class="table">${emptyTable(words, () => this.#intake().choose())}</div>`
      }
      <p class="unseen" role="status">${latest?.announcement ?? ""}</p>
      <div class="foot">
        <app-given-notes @found=${({ photos, isMore }: FoundEvent) => this.#take(photos, isMore)}></app-given-notes>
        <app-failure-banner .failure=${failure === this.closed ? undefined : failure} @retry=${this.#retry}
          @close=${() => {
            this.closed = failure;
            this.#intake().focus();
          }}></app-failure-banner>
      </div>
      <app-drop-target @intake=${this.#taken}></app-drop-target>
      <app-camera-dialog .last=${latest?.last} .nameOf=${latest?.nameOf} @intake=${this.#taken}></app-camera-dialog>
    `;
  }

  #table() {
    return html`<app-photo-table .told=${this.closed === undefined || this.latest?.failure !== this.closed}
      @show-failure=${() => {
        this.closed = undefined;
      }}
      @table=${(event: TableEvent) => {
        this.latest = event;
      }}
      @cleared=${() => {
        this.failure = undefined;
        this.#notes().clear();
      }}
      @focus-lost=${() => this.#intake().focus()}></app-photo-table>`;
  }

  async #taken({ given }: IntakeEvent) {
    this.failure = undefined;
    if (!(await this.#fetched(loadTable()))) return;
    goTo("classify");
    await this.#notes().take(given);
  }

  async #openCamera() {
    if (await this.#fetched(loadCamera())) void this.#find<CameraDialog>("app-camera-dialog")!.open();
  }

  /** Whether a part came; the page tells when it did not. */
  async #fetched(part: Promise<void>): Promise<boolean> {
    try {
      await part;
      return true;
    } catch {
      this.failure = { failure: codeMissing(), samples: [] };
      return false;
    }
  }

  async #take(files: readonly (File | Incoming)[], isMore = false) {
    this.failure = undefined;
    if (files.length === 0 || !(await this.#fetched(loadTable()))) return;
    this.hasTable = true;
    await this.updateComplete;
    await this.#find<PhotoTable>("app-photo-table")!.add(files, !isMore && page.value === "classify");
  }

  #takeSamples = ({ files, lost }: SamplesEvent): void => {
    void this.#take(files);
    const [first] = lost;
    if (!first) return;
    this.failure = { failure: sampleMissing({ en: first.alt, zh: first.altZh }), samples: lost };
  };

  #retry() {
    if (this.failure) void this.#find<SampleStrip>("app-sample-strip")!.load(this.failure.samples);
    else this.#find<PhotoTable>("app-photo-table")!.tryAgain();
  }

  #showCode() {
    const photos = settings.value.shrink ? { maxSide: SHRUNK_SIDE } : {};
    const input = inputOf(settings.value, this.#signature, this.#inputs);
    const instance = Object.fromEntries([[input, new File([], "photo.jpg")]]);
    this.dispatchEvent(new CodeEvent(settings.value, [instance], photos));
  }

  get #signature() {
    return signatureOf(settings.value.servable, settings.value.method);
  }

  /** Of the method that is called here, by its signature or the last probe, which may have been another page's. */
  get #inputs(): readonly string[] | undefined {
    const signed = this.#signature?.inputs;
    if (signed) return Object.keys(signed);
    return page.value === "classify" ? found.value?.inputs : undefined;
  }

  #notes(): GivenNotes {
    return this.#find<GivenNotes>("app-given-notes")!;
  }

  #intake(): PhotoIntake {
    return this.#find<PhotoIntake>("app-photo-intake")!;
  }

  #find<E extends Element>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }
}
