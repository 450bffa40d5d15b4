/** `<app-reply-view>`: what came back, instance by instance. */

import { html, nothing } from "lit";
import type { OutputValue } from "../../client/index.ts";
import type { MethodSignature } from "../../signature/index.ts";
import { doneIcon, failedIcon, failureText, removeIcon, runningIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { CloseEvent } from "../look/events.ts";
import type { Answer } from "../serving/call.ts";
import { type CutValue, isCut, type OldAnswer } from "./kept/kept-reply.ts";
import { timeText } from "./kept/kept-text.ts";
import { playgroundStyles } from "./playground-page.css.ts";

type OneAnswer = Extract<OldAnswer, { answers: unknown }>["answers"][number];

/** Says {@link CloseEvent} of a reply that is looked at again. */
export class ReplyView extends AppElement {
  static override properties = {
    answer: { attribute: false },
    ms: { type: Number },
    running: { type: Boolean },
    of: { attribute: false },
    at: { attribute: false },
    signed: { attribute: false },
  };
  static override styles = [AppElement.styles, playgroundStyles];

  declare answer: Answer | OldAnswer | undefined;
  declare ms: number;
  declare running: boolean;
  /** Whose reply it is, where another method is set by now. */
  declare of: string | undefined;
  /** When it came, where it is looked at again. */
  declare at: number | undefined;
  /** What the signature says of the outputs. */
  declare signed: MethodSignature["outputs"];

  protected override render() {
    const { words, answer, running } = this;
    const isOld = this.at !== undefined;
    return html`<section class=${isOld ? "reply old" : "reply"} aria-label=${words.reply}>
      <div class="line">
        <h2>${words.reply} ${this.of === undefined ? nothing : html`<span class="mono quiet">${this.of}</span>`}</h2>
        <p class="stamp" role="status">${this.#stamp()}</p>
        ${
          isOld
            ? html`<button class="bare close" aria-label=${words.close} title=${words.close}
              @click=${() => this.dispatchEvent(new CloseEvent())}>${removeIcon}</button>`
            : nothing
        }
      </div>
      ${
        answer && "answers" in answer
          ? answer.answers.map((one, i) => this.#outcome(one, i + 1))
          : answer
            ? nothing
            : html`<div class="empty">${running ? words.runningCall : words.noReply}</div>`
      }
      ${answer && "more" in answer && answer.more > 0 ? html`<p class="quiet small">${words.oldReplyMore(answer.more)}</p>` : nothing}
      <app-failure-banner plain .failure=${answer && "failure" in answer ? answer.failure : undefined}></app-failure-banner>
    </section>`;
  }

  #stamp() {
    const { words, answer, running, at } = this;
    if (at !== undefined)
      return html`<span class="when">${words.oldReply(timeText(at, this.language), this.ms)}</span>`;
    if (running) return html`${runningIcon}${words.running}`;
    if (!answer) return nothing;
    if ("failure" in answer) return html`<span class="stamp bad">${failedIcon}${words.failed}</span>`;
    return html`${doneIcon}${words.replyIn(this.ms)}`;
  }

  #outcome(answer: OneAnswer, number: number) {
    const { words } = this;
    return html`<section class="outcome" aria-label=${`${words.reply}, ${words.instance(number)}`}>
      <h3>${words.instance(number)}</h3>
      ${"failure" in answer ? this.#failure(answer) : this.#outputs(answer.outputs)}
    </section>`;
  }

  #failure(answer: Extract<OneAnswer, { failure: unknown }>) {
    const { text, todo } = failureText(answer.failure, this.words, this.language);
    return html`<div>
      <p class="stamp bad">${failedIcon}${this.words.failed}</p>
      <p class="bad">${text}</p>
      <p class="small">${this.words.whatToDo(todo)}</p>
    </div>`;
  }

  #outputs(outputs: Record<string, OutputValue | CutValue>) {
    return Object.entries(outputs).map(([name, value]) =>
      isCut(value)
        ? this.#cut(name, value)
        : html`<app-output-view .name=${name} .value=${value} .doc=${this.#doc(name)}></app-output-view>`,
    );
  }

  #cut(name: string, { cut, of }: CutValue) {
    return html`<section class="cut" aria-label=${name} data-output=${name}>
      <p class="mono">${name} <span class="quiet">${of}</span></p>
      <pre tabindex="0" aria-label=${name}>${cut}</pre>
      <p class="quiet small">${this.words.valueCut}</p>
    </section>`;
  }

  #doc(name: string) {
    const { signed } = this;
    return signed && Object.hasOwn(signed, name) ? signed[name]!.doc : undefined;
  }
}
