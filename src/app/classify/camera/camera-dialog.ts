/** `<app-camera-dialog>`: photos from the device's camera, one after another. */

import { css, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { loadImages } from "../../../library/index.ts";
import type { Photo } from "../../../photos/index.ts";
import { removeIcon } from "../../../ui/index.ts";
import {
  type CameraTrouble,
  closeCamera,
  type Facing,
  hasSeveralCameras,
  openCamera,
  troubleOf,
} from "../../camera/camera.ts";
import { AppElement } from "../../look/app-element.ts";
import { dialogStyles } from "../../look/dialog.css.ts";
import { cameraIcon, switchIcon } from "../../look/icons.ts";
import { IntakeEvent } from "../intake/intake-event.ts";
import { foundOn } from "../results/found-on.ts";
import type { NameOf } from "../results/label-names.ts";

/** As much as models are ever shown, and more. */
const PHOTO_WIDTH = 1920;

/** Says {@link IntakeEvent} for each photo that is taken. */
export class CameraDialog extends AppElement {
  static override properties = {
    stream: { state: true },
    trouble: { state: true },
    facing: { state: true },
    several: { state: true },
    taken: { state: true },
    last: { attribute: false },
    nameOf: { attribute: false },
  };

  static override styles = [
    AppElement.styles,
    dialogStyles,
    css`
      dialog {
        width: min(760px, 100vw - 32px);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 12px 20px 20px;
      }
      footer p {
        flex: 1;
        min-height: 2.9em;
        font-variant-numeric: tabular-nums;
      }
      strong {
        display: block;
        font-weight: 600;
      }
      video {
        display: block;
        width: 100%;
        max-height: 62dvh;
        aspect-ratio: 4 / 3;
        background: #14110e;
        object-fit: contain;
      }
      /* As in a mirror; the photo itself is as others see it. */
      video.user {
        transform: scaleX(-1);
      }
      .trouble {
        display: grid;
        gap: 12px;
        justify-items: start;
        padding: 20px;
      }
      @media (pointer: fine) {
        /* A desktop has none: its chooser is the page's own button. */
        .app {
          display: none;
        }
      }
    `,
  ];

  declare stream: MediaStream | undefined;
  declare trouble: CameraTrouble | undefined;
  /** The side of a phone that the camera is on. */
  declare facing: Facing;
  /** Whether there is another camera to switch to. */
  declare several: boolean;
  declare taken: number;
  /** The photo on the page that came last, which may be another one than was taken last. */
  declare last: Photo | undefined;
  declare nameOf: NameOf | undefined;
  /** Of the photo that was taken last. */
  #name = "";
  /** Starts and stops so far: a stream that was asked for before the last of them is not wanted any more. */
  #turn = 0;

  constructor() {
    super();
    this.facing = "environment";
    this.several = false;
    this.taken = 0;
  }

  async open(): Promise<void> {
    this.taken = 0;
    this.trouble = undefined;
    await this.updateComplete;
    this.#dialog().showModal();
    await this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render() {
    const { words, trouble } = this;
    return html`<dialog aria-labelledby="title" @close=${this.#stop}>
      <header>
        <h2 id="title">${words.camera}</h2>
        <button class="bare" aria-label=${words.close} title=${words.close}
          @click=${() => this.#dialog().close()}>${removeIcon}</button>
      </header>
      ${trouble ? this.#help(trouble) : html`<video class=${this.facing} autoplay muted playsinline .srcObject=${guard([this.stream], () => this.stream ?? null)}></video>`}
      <input type="file" accept="image/*" capture="environment" hidden @change=${this.#chosen} />
      <footer>
        <p role="status">${this.taken > 0 ? html`${words.photosTaken(this.taken)} ${this.#found()}` : nothing}</p>
        ${
          this.several && !trouble
            ? html`<button @click=${this.#switch}>${switchIcon}${words.switchCamera}</button>`
            : nothing
        }
        ${
          trouble
            ? nothing
            : html`<button class="primary" autofocus aria-disabled=${!this.stream} @click=${this.#take}>
                ${cameraIcon}${words.takePhoto}</button>`
        }
      </footer>
    </dialog>`;
  }

  /** What the photo that was taken last shows: the page itself lies behind this dialog. */
  #found() {
    const { last, words, language, nameOf } = this;
    if (last?.path !== this.#name) return nothing;
    return html`<strong>${foundOn(last, words, language, nameOf)}</strong>`;
  }

  #help(trouble: CameraTrouble) {
    const { words } = this;
    return html`<div class="trouble" role="alert">
      <p>${words[trouble]}</p>
      <p>${words.whatToDo(words[`${trouble}Do`])}</p>
      <button class="app" @click=${() => this.renderRoot.querySelector("input")!.click()}>${cameraIcon}${words.cameraApp}</button>
    </div>`;
  }

  async #start() {
    this.#stop();
    const turn = this.#turn;
    try {
      const stream = await openCamera(this.facing, PHOTO_WIDTH);
      // While the browser asked for permission the dialog may have been closed, or another camera chosen.
      if (turn !== this.#turn) {
        closeCamera(stream);
        return;
      }
      this.stream = stream;
      this.several = await hasSeveralCameras();
    } catch (error) {
      if (turn === this.#turn) this.trouble = troubleOf(error as DOMException);
    }
  }

  #stop = (): void => {
    this.#turn++;
    if (this.stream) closeCamera(this.stream);
    this.stream = undefined;
  };

  #switch() {
    this.facing = this.facing === "user" ? "environment" : "user";
    void this.#start();
  }

  async #take() {
    const video = this.renderRoot.querySelector("video");
    if (!this.stream || !video || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const picture = await this.#pictureOf(video);
    if (!picture) return;
    this.#name = `camera-${new Date().toISOString().replace(/\D/g, "").slice(0, 17)}.jpg`;
    this.taken++;
    this.#give([new File([picture], this.#name, { type: picture.type })]);
  }

  /** `undefined` where there is none, which the dialog tells. */
  async #pictureOf(video: HTMLVideoElement): Promise<Blob | undefined> {
    const { toUpload } = await loadImages();
    try {
      return await toUpload(video);
    } catch (error) {
      if ((error as Error).name !== "NotAllowedError") throw error;
      this.trouble = "cameraNoise";
      this.#stop();
      return undefined;
    }
  }

  #chosen(event: Event) {
    const { files } = event.target as HTMLInputElement;
    if (!files || files.length === 0) return;
    this.#give([...files]);
    this.#dialog().close();
  }

  #give(files: readonly File[]) {
    this.dispatchEvent(new IntakeEvent({ way: "chosen", files }));
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }
}
