/** `<app-given-notes>`: takes what somebody gives, and says what of it is no photo and what can't be fetched. */

import { css } from "lit";
import type { Incoming } from "../../../photos/index.ts";
import { type Given, Intake, intakeNoteStyles, intakeNotes } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";

/** Photos were found in what was given. */
export class FoundEvent extends Event {
  static readonly type = "found";
  readonly photos: readonly Incoming[];
  /** Others of what was given at once have come before. */
  readonly isMore: boolean;

  constructor(photos: readonly Incoming[], isMore: boolean) {
    super(FoundEvent.type);
    this.photos = photos;
    this.isMore = isMore;
  }
}

/** Says {@link FoundEvent}. */
export class GivenNotes extends AppElement {
  static override styles = [
    AppElement.styles,
    intakeNoteStyles,
    css`
      .given:not(:empty) {
        margin-bottom: 8px;
      }
      .given > div {
        box-shadow: var(--_shadow);
      }
    `,
  ];

  readonly #intake = new Intake({
    photos: (photos, isMore) => this.dispatchEvent(new FoundEvent(photos, isMore)),
    changed: () => this.requestUpdate(),
    nameOf: (time) => this.words.pastedAt(time),
  });

  take(given: Given): Promise<void> {
    return this.#intake.take(given);
  }

  /** The photos were taken away; those that are on their way are not wanted any more. */
  clear(): void {
    this.#intake.clear();
  }

  protected override render() {
    return intakeNotes(this.#intake, this.words, this.language);
  }
}
