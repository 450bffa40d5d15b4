/** Where photos are dropped or chosen. */

import { html, type TemplateResult } from "lit";
import { dropped, type Given, mayHoldPictures, photoIcon } from "../../ui/index.ts";
import type { Words } from "../words/en.ts";

interface DropZone {
  /** With photos below it, it need not say so much. */
  small: boolean;
  /** Something hangs over it. */
  hovering: boolean;
  multiple: boolean;
  accept: string;
  words: Words;
  take(given: Given): void;
  hover(hovering: boolean): void;
  /** Somebody is at it, before any photo. */
  used(): void;
}

export function dropZone(zone: DropZone): TemplateResult {
  const { small, hovering, multiple, accept, words, take, hover } = zone;
  const open = (event: Event) => {
    zone.used();
    (event.currentTarget as Element).closest(".zone")!.querySelector("input")!.click();
  };
  const clicked = (event: Event) => {
    if (!isForItself(event)) open(event);
  };
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    if (files.length > 0) take({ way: "chosen", files });
    // So that the same file can be chosen again.
    input.value = "";
  };
  const draggedOver = (event: DragEvent) => {
    if (!event.dataTransfer || !mayHoldPictures(event.dataTransfer)) return;
    // Without this the browser would open what is dropped in place of the page.
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    hover(true);
  };
  const draggedOut = (event: DragEvent) => {
    const to = event.relatedTarget as Node | null;
    if (!to || !(event.currentTarget as Node).contains(to)) hover(false);
  };
  const fallen = (event: DragEvent) => {
    hover(false);
    if (!event.dataTransfer || !mayHoldPictures(event.dataTransfer)) return;
    event.preventDefault();
    take(dropped(event.dataTransfer));
  };
  return html`<div class="zone ${small ? "small" : ""} ${hovering ? "hovering" : ""}" part="dropzone"
    @click=${clicked} @dragover=${draggedOver} @dragleave=${draggedOut} @drop=${fallen}>
    ${photoIcon}
    <div class="prompt">
      <slot name="prompt">
        <div class="with-pointer"><strong>${words.drop(multiple)}</strong><p>${words.dropMore}</p></div>
        <strong class="with-finger">${words.ask(multiple)}</strong>
      </slot>
    </div>
    <button class="primary" part="button" @click=${open}>${words.choose(multiple)}</button>
    <input type="file" hidden accept=${accept} ?multiple=${multiple} @change=${chosen} />
  </div>`;
}

/** Whether a click was on something that has an action of its own: the button, or what the page put into the area. */
function isForItself(event: Event): boolean {
  const path = event.composedPath() as Element[];
  const within = path.slice(0, path.indexOf(event.currentTarget as Element));
  return within.some((at) => at.matches?.("a, button, input, select, textarea, label"));
}
