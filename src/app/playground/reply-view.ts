/** `<app-reply-view>`: what came back, instance by instance. */

import { html, nothing } from "lit";
import type { Outputs } from "../../client/index.ts";
import type { MethodSignature } from "../../signature/index.ts";
import { doneIcon, failedIcon, failureText, runningIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import type { Answer, InstanceAnswer } from "../serving/call.ts";
import { playgroundStyles } from "./playground-page.css.ts";

export class ReplyView extends AppElement {
  static override properties = {
    answer: { attribute: false },
    ms: { type: Number },
    running: { type: Boolean },
    of: { attribute: false },
    signed: { attribute: false },
  };
  static override styles = [AppElement.styles, playgroundStyles];

  declare answer: Answer | undefined;
  declare ms: number;
  declare running: boolean;
  /** Whose reply it is, where another method is set by now. */
  declare of: string | undefined;
  /** What the signature says of the outputs. */
  declare signed: MethodSignature["outputs"];

  protected override render() {
    const { words, answer, running } = this;
    return html`<section class="reply" aria-label=${words.reply}>
      <div class="line">
        <h2>${words.reply} ${this.of === undefined ? nothing : html`<span class="mono quiet">${this.of}</span>`}</h2>
        <p class="stamp" role="status">${this.#stamp()}</p>
      </div>
      ${
        answer && "answers" in answer
          ? answer.answers.map((one, i) => this.#outcome(one, i + 1))
          : answer
            ? nothing
            : html`<div class="empty">${running ? words.runningCall : words.noReply}</div>`
      }
      <app-failure-banner plain .failure=${answer && "failure" in answer ? answer.failure : undefined}></app-failure-banner>
    </section>`;
  }

  #stamp() {
    const { words, answer, running } = this;
    if (running) return html`${runningIcon}${words.running}`;
    if (!answer) return nothing;
    if ("failure" in answer) return html`<span class="stamp bad">${failedIcon}${words.failed}</span>`;
    return html`${doneIcon}${words.replyIn(this.ms)}`;
  }

  #outcome(answer: InstanceAnswer, number: number) {
    const { words } = this;
    return html`<section class="outcome" aria-label=${`${words.reply}, ${words.instance(number)}`}>
      <h3>${words.instance(number)}</h3>
      ${"failure" in answer ? this.#failure(answer) : this.#outputs(answer.outputs)}
    </section>`;
  }

  #failure(answer: Extract<InstanceAnswer, { failure: unknown }>) {
    const { text, todo } = failureText(answer.failure, this.words, this.language);
    return html`<div>
      <p class="stamp bad">${failedIcon}${this.words.failed}</p>
      <p class="bad">${text}</p>
      <p class="small">${this.words.whatToDo(todo)}</p>
    </div>`;
  }

  #outputs(outputs: Outputs) {
    return Object.entries(outputs).map(
      ([name, value]) =>
        html`<app-output-view .name=${name} .value=${value} .doc=${this.#doc(name)}></app-output-view>`,
    );
  }

  #doc(name: string) {
    const { signed } = this;
    return signed && Object.hasOwn(signed, name) ? signed[name]!.doc : undefined;
  }
}
