/** `<app-load-page>`: one request, again and again, at several widths and batch sizes. */

import { html, nothing } from "lit";
import type { Instance } from "../../client/index.ts";
import { codeMissing, type Failure, thrownFailure } from "../../failures/index.ts";
import { AppElement } from "../look/app-element.ts";
import type { EditEvent } from "../look/events.ts";
import { resumeIcon, stopIcon } from "../look/icons.ts";
import type { MethodFields } from "../method/method-fields.ts";
import type { TargetEvent } from "../method/target-event.ts";
import type { Target } from "../serving/client-for.ts";
import { methodName } from "../serving/target.ts";
import { askOwnServer, ownServer } from "../state/own-server.ts";
import { page } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { commandLine } from "./command-line.ts";
import { bytesOf, withBytes } from "./instance-bytes.ts";
import { loadPageStyles } from "./load-page.css.ts";
import type { LoadRequest } from "./load-request.ts";
import { LoadRun, wholeAddress } from "./load-run.ts";
import { MODEST, mostAtOnce, mostCalls, type Plan, type PlanTexts, readPlan } from "./plan.ts";
import type { PlanFields } from "./plan-fields.ts";

/** What is under way at a time lies in this browser's memory. */
const MOST_BYTES = 512 * 2 ** 20;

export class LoadPage extends AppElement {
  static override properties = {
    target: { state: true },
    texts: { state: true },
    runs: { state: true },
    failure: { state: true },
    tooMuch: { state: true },
  };
  static override styles = [AppElement.styles, loadPageStyles];

  declare target: Target;
  declare texts: PlanTexts;
  /** The newest first; at most one is under way. */
  declare runs: readonly LoadRun[];
  /** Why none could be started. */
  declare failure: Failure | undefined;
  /** Bytes that would be under way at a time. */
  declare tooMuch: number | undefined;

  #isStarting = false;
  /** The browser asks before it leaves the page, where results would be lost. */
  readonly #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.runs.some(({ results }) => results.length > 0)) event.preventDefault();
  };
  /** Timers of a page that nobody sees are slowed down, and nobody watches what it does to a server. */
  readonly #hidden = () => {
    if (document.hidden) this.#current?.stop("left");
  };

  constructor() {
    super();
    const { servable, method, version } = settings.value;
    this.target = { servable, method, version };
    this.texts = MODEST;
    this.runs = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(settings, page);
    void askOwnServer();
    window.addEventListener("beforeunload", this.#beforeUnload);
    document.addEventListener("visibilitychange", this.#hidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#beforeUnload);
    document.removeEventListener("visibilitychange", this.#hidden);
    this.#current?.stop("left");
  }

  protected override willUpdate(): void {
    if (page.value !== "load") this.#current?.stop("left");
  }

  get #current(): LoadRun | undefined {
    return this.runs.find(({ isOver }) => !isOver);
  }

  protected override render() {
    const { words, texts, runs } = this;
    const read = readPlan(texts);
    const running = this.#current;
    return html`
      <h1>${words.loadTitle}</h1>
      <p class="quiet intro">${words.loadIntro}</p>
      <form class="panel" novalidate @submit=${(event: Event) => {
        event.preventDefault();
        void this.#run(false);
      }}>
        <app-method-fields .target=${this.target} @target=${({ method }: TargetEvent) => {
          this.target = method;
        }}></app-method-fields>
        <app-load-request .target=${this.target} @anyway=${() => this.#run(true)}></app-load-request>
        <app-plan-fields .texts=${texts} .faults=${"faults" in read ? read.faults : {}} @edit=${({
          value,
        }: EditEvent<PlanTexts>) => {
          this.texts = value;
          this.tooMuch = undefined;
        }}></app-plan-fields>
        <div class="go">
          <p class="small" id="plan">${"plan" in read ? this.#told(read.plan) : nothing}</p>
          <button class="primary" aria-describedby="plan" aria-disabled=${String(running !== undefined)}>${resumeIcon}${running ? words.runningCall : words.loadRun}</button>
          ${running ? html`<button type="button" @click=${() => running.stop("by hand")}>${stopIcon}${words.stop}</button>` : nothing}
        </div>
        ${this.tooMuch === undefined ? nothing : html`<p class="fault" role="alert">${words.loadTooMuch(Math.ceil(this.tooMuch / 2 ** 20), MOST_BYTES / 2 ** 20)}</p>`}
        ${this.failure ? html`<app-failure-banner plain .failure=${this.failure}></app-failure-banner>` : nothing}
      </form>
      ${runs.map(
        (run) =>
          html`<app-load-results class="panel" .run=${run} .drawn=${{}} @remove=${() => {
            this.runs = this.runs.filter((one) => one !== run);
          }}></app-load-results>`,
      )}
      <p class="unseen" role="status">${this.#announcement()}</p>
    `;
  }

  /** Whom it will call, how often, and for how long. */
  #told(plan: Plan): string {
    const { words } = this;
    const { sizes, limits } = plan;
    const seconds = (sizes.length * limits.ms) / 1000;
    const { address, timeoutMs } = settings.value;
    return words.loadPlan(
      methodName(this.target),
      wholeAddress(address),
      mostCalls(plan),
      seconds,
      timeoutMs / 1000,
    );
  }

  #announcement(): string {
    const [newest] = this.runs;
    return newest?.isOver ? this.words.loadProgress(newest.results.length, newest.plan.sizes.length) : "";
  }

  async #run(anyway: boolean): Promise<void> {
    if (this.#current || this.#isStarting) return;
    this.#isStarting = true;
    this.failure = undefined;
    this.tooMuch = undefined;
    try {
      await this.#start(anyway);
    } finally {
      this.#isStarting = false;
    }
  }

  async #start(anyway: boolean): Promise<void> {
    const { renderRoot: root, target } = this;
    const read = readPlan(this.texts);
    if ("faults" in read) return root.querySelector<PlanFields>("app-plan-fields")!.focus();
    const fields = root.querySelector<MethodFields>("app-method-fields")!;
    if (fields.faulty) return fields.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')!.focus();
    const instance = await this.#instance(anyway);
    // Meanwhile somebody may have turned to another page, or method.
    if (!instance || page.value !== "load" || document.hidden || target !== this.target) return;
    const bytes = bytesOf(instance.sent) * mostAtOnce(read.plan);
    if (bytes > MOST_BYTES) {
      this.tooMuch = bytes;
      return;
    }
    const { address, timeoutMs } = settings.value;
    const command = commandLine(
      ownServer.value.command,
      wholeAddress(address),
      target,
      read.plan,
      timeoutMs,
      instance.written,
    );
    const run = new LoadRun(target, read.plan, instance.sent, command, () => this.requestUpdate());
    this.runs = [run, ...this.runs];
  }

  async #instance(anyway: boolean): Promise<{ written: Instance; sent: Instance } | undefined> {
    let written: Instance | undefined;
    try {
      written = await this.renderRoot.querySelector<LoadRequest>("app-load-request")!.read(anyway);
    } catch {
      this.failure = codeMissing();
    }
    try {
      return written && { written, sent: await withBytes(written) };
    } catch (error) {
      this.failure = thrownFailure(error);
      return undefined;
    }
  }
}
