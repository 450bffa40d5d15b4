/** `<app-drop-target>`: takes what is dropped or pasted anywhere on the page, and shows while it hangs over it. */

import { css, html } from "lit";
import { photoIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { page } from "../../state/route.ts";
import { listenForGiven } from "./given-from-outside.ts";
import { IntakeEvent } from "./intake-event.ts";

/** Says {@link IntakeEvent}. */
export class DropTarget extends AppElement {
  static override properties = { place: {}, word: {}, hovering: { state: true } };

  static override styles = [
    AppElement.styles,
    css`
      div {
        position: fixed;
        z-index: 5;
        inset: 8px;
        display: grid;
        place-content: center;
        border: 2px dashed var(--_accent);
        border-radius: var(--_corner);
        background: color-mix(in srgb, var(--_accent-quiet) 82%, transparent);
        opacity: 0;
        pointer-events: none;
        transition: opacity var(--_quick);
      }
      .hovering {
        opacity: 1;
      }
      p {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 12px 20px;
        border-radius: var(--_corner);
        background: var(--_accent);
        color: var(--_on-accent);
        font-weight: 600;
      }
    `,
  ];

  /** The page that takes it; Classify takes files on all others too, but for one that takes them itself. */
  declare place: "classify" | "evaluate";
  /** What is said while something hangs over the page. */
  declare word: string | undefined;
  declare hovering: boolean;
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.place = "classify";
    this.hovering = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = listenForGiven({
      isWanted: (hasFiles) =>
        page.value === this.place || (hasFiles && this.place === "classify" && page.value !== "evaluate"),
      given: (given) => this.dispatchEvent(new IntakeEvent(given)),
      hovering: (hovering) => {
        this.hovering = hovering;
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  protected override render() {
    return html`<div class=${this.hovering ? "hovering" : ""} aria-hidden="true">
      <p>${photoIcon}${this.word ?? this.words.dropNow}</p>
    </div>`;
  }
}
