/** `<app-queue-bar>`: how far all photos are: one bar, counts, rate, time left; and what stops and starts them. */

import { css, html, nothing } from "lit";
import type { PhotoQueue } from "../../../photos/index.ts";
import { failedIcon, numberFormat, removeIcon, retryIcon } from "../../../ui/index.ts";
import { AppElement } from "../../look/app-element.ts";
import { pauseIcon, resumeIcon, stopIcon } from "../../look/icons.ts";
import { trackStyles } from "../../look/track.css.ts";
import { timeLeft } from "./time-text.ts";

type QueueAction = "pause" | "tryAgain" | "cancel" | "retry" | "clear" | "tell";

export class QueueActionEvent extends Event {
  static readonly type = "queue-action";
  readonly action: QueueAction;

  constructor(action: QueueAction) {
    super(QueueActionEvent.type);
    this.action = action;
  }
}

/** Says what is to be done as a {@link QueueActionEvent}. */
export class QueueBar extends AppElement {
  static override properties = {
    queue: { attribute: false },
    revision: { attribute: false },
    told: { attribute: false },
  };

  static override styles = [
    AppElement.styles,
    trackStyles,
    css`
      .track span {
        transition: width var(--_quick);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-top: 6px;
      }
      p {
        flex: 1 1 320px;
        color: var(--_ink-quiet);
        font-variant-numeric: tabular-nums;
      }
      strong {
        color: var(--_ink);
        font-weight: 600;
      }
      .halted {
        color: var(--_bad);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-inline-end: -8px;
      }
      @media (max-width: 640px) {
        p {
          flex-basis: 100%;
          font-size: var(--_small);
        }
        .buttons {
          gap: 0;
          margin-inline: -6px;
        }
        .buttons button {
          padding: 0 6px;
          font-size: var(--_small);
        }
      }
    `,
  ];

  declare queue: PhotoQueue;
  /** Any value that is another one after a change of the queue. */
  declare revision: unknown;
  /** Whether the message is in sight that says why it is halted, and has a button of its own to go on. */
  declare told: boolean;

  protected override render() {
    const { words, queue } = this;
    const { tally } = queue;
    const share = (count: number) => `width: ${(count / tally.all) * 100}%`;
    return html`
      <div class="track" role="progressbar" aria-label=${words.photos} aria-valuemin="0" aria-valuemax=${tally.all}
        aria-valuenow=${tally.settled} aria-valuetext=${words.progress(tally.done, tally.failed, tally.all)}>
        <span .style=${share(tally.done)}></span>
        <span class="failed" .style=${share(tally.failed)}></span>
      </div>
      <div class="row">
        <p><strong>${words.progress(tally.done, tally.failed, tally.all)}</strong>${this.#more()}</p>
        <div class="buttons">${this.#buttons()}</div>
      </div>
    `;
  }

  /** What is known beyond the counts. */
  #more() {
    const { words, queue, language } = this;
    const { open, cancelled } = queue.tally;
    const parts: unknown[] = [];
    if (cancelled > 0) parts.push(words.countCancelled(cancelled));
    if (open === 0) return parts.map((part) => html` · ${part}`);
    if (queue.halt) {
      parts.push(
        html`<span class="halted">${queue.halt.passing ? words.waitsForConnection : this.told ? words.stoppedTold : words.stopped}</span>`,
      );
    } else if (queue.paused) {
      parts.push(words.paused);
    } else {
      const rate = queue.pace.rate(performance.now());
      if (rate !== undefined) {
        const figure = numberFormat(language, { maximumSignificantDigits: 2 }).format(rate);
        parts.push(words.rate(figure), words.timeLeft(timeLeft(open / rate, language)));
      }
    }
    return parts.map((part) => html` · ${part}`);
  }

  #buttons() {
    const { words, queue } = this;
    const { open, retryable } = queue.tally;
    const stopped = queue.paused || queue.halt;
    const isTold = queue.halt && this.told;
    const goOn = () =>
      stopped
        ? this.#button("tryAgain", resumeIcon, words.resume)
        : this.#button("pause", pauseIcon, words.pause);
    return html`
      ${queue.halt && !this.told ? this.#button("tell", failedIcon, words.tellAgain) : nothing}
      ${open > 0 ? html`${isTold ? nothing : goOn()}${this.#button("cancel", stopIcon, words.cancel)}` : nothing}
      ${retryable > 0 && !isTold ? this.#button("retry", retryIcon, words.retryFailed(retryable)) : nothing}
      ${this.#button("clear", removeIcon, words.clear)}
    `;
  }

  #button(action: QueueAction, icon: unknown, word: string) {
    return html`<button class="bare" data-action=${action}
      @click=${() => this.dispatchEvent(new QueueActionEvent(action))}>${icon}${word}</button>`;
  }
}
