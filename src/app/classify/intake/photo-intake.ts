/** `<app-photo-intake>`: the ways in that are buttons: choose, a folder, the camera, the clipboard; and what happens on the way. */

import { css, html, nothing } from "lit";
import { formatBytes } from "../../../photos/index.ts";
import { type Given, IMAGES, pastedOf, photoIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { cameraIcon, folderIcon, pasteIcon } from "../../look/icons.ts";
import { SHRUNK_SIDE } from "../../state/settings.ts";
import { IntakeEvent } from "./intake-event.ts";

/** Photos are to be taken with the camera. */
class CameraEvent extends Event {
  static readonly type = "camera";

  constructor() {
    super(CameraEvent.type);
  }
}

/** Whether photos are made smaller was switched. */
export class ShrinkEvent extends Event {
  static readonly type = "shrink";
  readonly shrink: boolean;

  constructor(shrink: boolean) {
    super(ShrinkEvent.type);
    this.shrink = shrink;
  }
}

/** Says {@link IntakeEvent}, {@link CameraEvent} and {@link ShrinkEvent}. */
export class PhotoIntake extends AppElement {
  static override properties = { shrink: { type: Boolean }, savedBytes: { type: Number } };

  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--_control);
        margin-inline-start: 8px;
        cursor: pointer;
      }
      input[type="checkbox"] {
        width: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--_accent);
      }
      @media (max-width: 640px) {
        /* Below the thumb. */
        .buttons {
          position: fixed;
          z-index: 3;
          inset: auto 0 0;
          padding: 8px 16px calc(8px + env(safe-area-inset-bottom));
          border-top: 1px solid var(--_line);
          background: var(--ground);
        }
        .primary {
          flex: 1;
        }
        .buttons button:not(.primary) {
          width: var(--_control);
          padding: 0;
        }
        .buttons button:not(.primary) span {
          position: absolute;
          clip-path: inset(50%);
        }
        .folder {
          display: none;
        }
        label {
          margin-inline-start: 0;
        }
      }
      .buttons {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  declare shrink: boolean;
  /** Of all photos on the table. */
  declare savedBytes: number;

  protected override render() {
    const { words } = this;
    return html`
      <input id="files" type="file" multiple accept=${IMAGES} hidden @change=${this.#chosen} />
      <input id="folder" type="file" webkitdirectory hidden @change=${this.#chosen} />
      <div class="buttons">
        <button class="primary" @click=${this.choose}>${photoIcon}${words.choose}</button>
        <button class="folder" @click=${() => this.#click("#folder")}>${folderIcon}<span>${words.folder}</span></button>
        <button @click=${() => this.dispatchEvent(new CameraEvent())}>${cameraIcon}<span>${words.camera}</span></button>
        ${
          "clipboard" in navigator && "read" in navigator.clipboard
            ? html`<button @click=${this.#paste}>${pasteIcon}<span>${words.paste}</span></button>`
            : nothing
        }
      </div>
      <label title=${words.shrinkMore(SHRUNK_SIDE)}>
        <input type="checkbox" .checked=${this.shrink} @change=${this.#switchShrink} />
        <span>${words.shrink} ${
          this.savedBytes > 0
            ? html`<span class="quiet small">${words.saved(formatBytes(this.savedBytes))}</span>`
            : nothing
        }</span>
      </label>
    `;
  }

  /** Opens the browser's chooser. */
  choose = (): void => {
    this.#click("#files");
  };

  /** To the button that is always there. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".primary")!.focus();
  }

  #click(input: string) {
    this.renderRoot.querySelector<HTMLInputElement>(input)!.click();
  }

  #chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // So that the same file can be chosen again.
    input.value = "";
    // An empty folder has been chosen all the same.
    if (chosen.length > 0 || input.id === "folder") this.#give({ way: "chosen", files: chosen });
  }

  async #paste() {
    const items = await navigator.clipboard.read().catch(() => []);
    const files: File[] = [];
    const texts = { "text/html": "", "text/plain": "" };
    for (const item of items) {
      const type = item.types.find((one) => one.startsWith("image/"));
      if (type) files.push(new File([await item.getType(type)], "", { type }));
      for (const kind of ["text/html", "text/plain"] as const)
        if (item.types.includes(kind)) texts[kind] = await (await item.getType(kind)).text();
    }
    this.#give(pastedOf(files, texts["text/html"], texts["text/plain"]));
  }

  #give(given: Given) {
    this.dispatchEvent(new IntakeEvent(given));
  }

  #switchShrink(event: Event) {
    this.shrink = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new ShrinkEvent(this.shrink));
  }
}
