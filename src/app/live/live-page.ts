/** `<app-live-page>`: what a camera or a video shows, named while it plays. */

import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { labelsOf } from "../../photos/index.ts";
import { failureText, outputsLine, scoreList } from "../../ui/index.ts";
import {
  type CameraTrouble,
  closeCamera,
  type Facing,
  hasSeveralCameras,
  openCamera,
  troubleOf,
} from "../camera/camera.ts";
import { labelNames, type NameOf, noNames } from "../classify/results/label-names.ts";
import { AppElement } from "../look/app-element.ts";
import { cameraIcon, stopIcon, switchIcon } from "../look/icons.ts";
import { methodName } from "../serving/target.ts";
import { page } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { FRAME_SIDE } from "./frames.ts";
import { livePageStyles } from "./live-page.css.ts";
import { LiveRun } from "./live-run.ts";

/** As many labels as have room over a picture. */
const MOST_LABELS = 3;

export class LivePage extends AppElement {
  static override properties = {
    source: { state: true },
    trouble: { state: true },
    several: { state: true },
    nameOf: { state: true },
  };
  static override styles = [AppElement.styles, livePageStyles];

  /** A camera, or the address of a file; `undefined` while nothing is shown. */
  declare source: MediaStream | string | undefined;
  declare trouble: CameraTrouble | "liveNoVideo" | undefined;
  declare several: boolean;
  declare nameOf: NameOf;

  #run: LiveRun | undefined;
  #facing: Facing = "environment";
  /** Starts and stops so far: a camera that was asked for before the last of them is not wanted any more. */
  #turn = 0;

  constructor() {
    super();
    this.several = false;
    this.nameOf = noNames;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(settings, page);
    document.addEventListener("visibilitychange", this.#left);
    window.addEventListener("pagehide", this.#stop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#left);
    window.removeEventListener("pagehide", this.#stop);
    this.#stop();
  }

  protected override willUpdate(): void {
    if (page.value !== "live") this.#stop();
    void labelNames(this.language).then((nameOf) => {
      this.nameOf = nameOf;
    });
  }

  protected override updated(): void {
    const run = this.#run;
    // With other settings the picture stays, and is asked about anew.
    if (run && run.settings !== settings.value) this.#begin();
  }

  protected override render() {
    const { words, source, trouble } = this;
    return html`
      <h1>${words.liveTitle}</h1>
      <p class="quiet intro">${words.liveIntro(methodName(settings.value))}</p>
      <div class="tools">
        ${
          source
            ? html`<button class="primary" @click=${this.#stop}>${stopIcon}${words.liveStop}</button>`
            : html`<button class="primary" @click=${() => this.#camera()}>${cameraIcon}${words.liveCamera}</button>`
        }
        <label class="button"><input type="file" accept="video/*" @change=${this.#chosen} />${words.liveFile}</label>
        ${this.several && typeof source === "object" ? html`<button @click=${this.#switch}>${switchIcon}${words.switchCamera}</button>` : nothing}
      </div>
      ${trouble ? this.#help(trouble) : nothing}
      ${source ? this.#stage(source) : html`<div class="zone">${cameraIcon}<p>${words.liveNothing}</p></div>`}
    `;
  }

  #stage(source: MediaStream | string) {
    const isCamera = typeof source === "object";
    // Lit would set an object anew at each answer, and the browser then starts the camera's picture anew.
    const stream = guard([source], () => (isCamera ? source : null));
    return html`<div class="stage">
      <video class=${isCamera ? this.#facing : ""} autoplay muted playsinline ?controls=${!isCamera}
        .srcObject=${stream} src=${isCamera ? nothing : source}
        @playing=${this.#playing} @ended=${() => this.requestUpdate()} @error=${this.#broken}></video>
      <div class="over">${this.#answer()}</div>
    </div>`;
  }

  #answer() {
    const { words, language } = this;
    const run = this.#run;
    if (!run) return nothing;
    const { outputs, failure } = run;
    const labels = outputs ? labelsOf(outputs).slice(0, MOST_LABELS) : [];
    const told = failure && failureText(failure, words, language);
    return html`
      ${told ? html`<div class="failure" role="alert"><p>${told.text}</p><p>${words.whatToDo(told.todo)}</p></div>` : nothing}
      ${labels.length > 0 && !told ? scoreList(labels, words, language, this.nameOf) : nothing}
      ${outputs && labels.length === 0 && !told ? html`<p class="outputs">${outputsLine({ outputs, labels })}</p>` : nothing}
      <p class="pace">${this.#pace(run)}</p>
    `;
  }

  #pace({ pace, ms, isOver }: LiveRun): string {
    const { words } = this;
    const perSecond = pace.perSecond();
    if (isOver) return words.liveOver;
    return perSecond === undefined || ms === undefined
      ? words.running
      : words.livePace(perSecond.toFixed(perSecond < 10 ? 1 : 0), Math.round(ms).toString());
  }

  #help(trouble: CameraTrouble | "liveNoVideo") {
    const { words } = this;
    return html`<div class="trouble" role="alert">
      <p>${words[trouble]}</p><p>${words.whatToDo(words[`${trouble}Do`])}</p>
    </div>`;
  }

  async #camera(): Promise<void> {
    this.#stop();
    const turn = this.#turn;
    try {
      const stream = await openCamera(this.#facing, FRAME_SIDE);
      if (turn !== this.#turn) return closeCamera(stream);
      for (const track of stream.getTracks()) track.addEventListener("ended", () => this.#gone(stream));
      this.source = stream;
      this.several = await hasSeveralCameras();
    } catch (error) {
      if (turn === this.#turn) this.trouble = troubleOf(error as DOMException);
    }
  }

  /** It was unplugged, or the browser took it back. */
  #gone(stream: MediaStream): void {
    if (this.source !== stream) return;
    this.#stop();
    this.trouble = "cameraBusy";
  }

  #switch = (): void => {
    this.#facing = this.#facing === "user" ? "environment" : "user";
    void this.#camera();
  };

  #chosen = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = "";
    if (!file) return;
    this.#stop();
    this.source = URL.createObjectURL(file);
  };

  #broken = (): void => {
    if (typeof this.source !== "string") return;
    this.#stop();
    this.trouble = "liveNoVideo";
  };

  /** A video goes on after its end, or after a pause, with the calls that it had. */
  #playing = (): void => {
    if (!this.#run || this.#run.isOver) this.#begin();
  };

  #begin(): void {
    this.#run?.stop();
    const video = this.renderRoot.querySelector("video")!;
    const run = new LiveRun(settings.value, () => {
      if (run === this.#run) this.requestUpdate();
    });
    this.#run = run;
    void run.run(video);
  }

  /** The camera is off from here on, and nothing is sent. */
  #stop = (): void => {
    this.#turn++;
    this.#run?.stop();
    this.#run = undefined;
    const { source } = this;
    if (typeof source === "object") closeCamera(source);
    else if (source) URL.revokeObjectURL(source);
    this.source = undefined;
    this.trouble = undefined;
  };

  /** Somebody who turns to another tab is not filmed. */
  readonly #left = (): void => {
    if (document.hidden && typeof this.source === "object") this.#stop();
  };
}
