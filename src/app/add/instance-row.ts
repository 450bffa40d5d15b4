/** `<app-instance-row>`: one instance: its two inputs and, beside them, its result or its error. */

import { css, html, nothing } from "lit";
import { doneIcon, failedIcon, failureText, outputText, removeIcon, runningIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { EditEvent, RemoveEvent } from "../look/events.ts";
import type { InstanceAnswer } from "../serving/call.ts";
import type { Matrix } from "./matrix.ts";
import type { MatrixEditor } from "./matrix-editor.ts";
import { INPUTS, type InputName, type Pair } from "./tutorial.ts";

/** One of the instance's two inputs, as it is written now. */
export interface MatrixEdit {
  name: InputName;
  matrix: Matrix;
}

/** Says {@link EditEvent} with a {@link MatrixEdit}, or {@link RemoveEvent}. */
export class InstanceRow extends AppElement {
  static override properties = {
    number: { type: Number },
    pair: { attribute: false },
    answer: { attribute: false },
    running: { type: Boolean },
    wholeFailed: { type: Boolean },
    only: { type: Boolean },
  };

  static override styles = [
    AppElement.styles,
    css`
      section {
        display: grid;
        grid-template-columns: 128px minmax(184px, min-content) auto minmax(184px, min-content) auto minmax(160px, 1fr);
        align-items: start;
        gap: 16px;
      }
      .title {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      h2 {
        line-height: 32px;
        white-space: nowrap;
      }
      .title button {
        min-width: 28px;
        min-height: 28px;
        padding: 0;
      }
      app-matrix-editor {
        max-width: 320px;
      }
      .sign {
        padding-top: 62px;
        color: var(--_ink-quiet);
        font-size: 20px;
        line-height: 1;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 32px;
        margin-bottom: 6px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
      }
      .done .state {
        color: var(--_accent);
      }
      .failed .state,
      .error {
        color: var(--_bad);
      }
      pre {
        margin: 0;
        overflow-x: auto;
        font-size: 14px;
        line-height: 1.5;
      }
      .error {
        font-size: var(--_small);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .todo {
        margin-top: 4px;
        font-size: var(--_small);
      }
      @media (max-width: 900px) {
        section {
          grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
          gap: 4px 12px;
        }
        .title,
        .result {
          grid-column: 1 / -1;
        }
        .equals {
          display: none;
        }
        .result {
          min-height: 96px;
        }
      }
    `,
  ];

  declare number: number;
  declare pair: Pair;
  /** `undefined` before the first run and while one is under way. */
  declare answer: InstanceAnswer | undefined;
  declare running: boolean;
  declare wholeFailed: boolean;
  /** The last one can't be removed: a call needs one. */
  declare only: boolean;

  protected override render() {
    const [first, second] = INPUTS;
    return html`<section aria-label=${this.words.instance(this.number)} data-state=${this.#state()}>
      <div class="title">
        <h2>${this.words.instance(this.number)}</h2>
        ${
          this.only
            ? nothing
            : html`<button type="button" class="bare" aria-label=${this.words.removeInstance(this.number)}
                @click=${() => this.dispatchEvent(new RemoveEvent())}>${removeIcon}</button>`
        }
      </div>
      ${this.#matrix(first)}<span class="sign" aria-hidden="true">+</span>${this.#matrix(second)}
      <span class="sign equals" aria-hidden="true">=</span>
      ${this.#result()}
    </section>`;
  }

  #matrix(name: InputName) {
    return html`<app-matrix-editor .name=${name} .matrix=${this.pair[name]}
      @edit=${({ value }: EditEvent<Matrix>) =>
        this.dispatchEvent(new EditEvent<MatrixEdit>({ name, matrix: value }))}></app-matrix-editor>`;
  }

  #state() {
    if (this.running) return "running";
    if (this.wholeFailed) return "failed";
    if (!this.answer) return "idle";
    return "failure" in this.answer ? "failed" : "done";
  }

  #result() {
    const { words, answer } = this;
    const state = this.#state();
    const marks = {
      idle: words.notRun,
      running: html`${runningIcon}${words.running}`,
      failed: html`${failedIcon}${words.failed}`,
      done: html`${doneIcon}${words.done}`,
    };
    return html`<div class="result ${state}">
      <p class="state"><span class="unseen">${`${words.result}:`}</span>${marks[state]}</p>
      ${state === "running" || !answer ? nothing : this.#answer(answer)}
    </div>`;
  }

  #answer(answer: InstanceAnswer) {
    if ("failure" in answer) {
      const { text, todo } = failureText(answer.failure, this.words, this.language);
      return html`<p class="error">${text}</p><p class="todo">${this.words.whatToDo(todo)}</p>`;
    }
    return Object.entries(answer.outputs).map(
      ([name, value]) => html`<pre aria-label=${name} data-output=${name}>${outputText(name, value)}</pre>`,
    );
  }

  /** Puts the cursor into the first faulty cell. @returns whether there is one */
  focusFault(): boolean {
    return [...this.renderRoot.querySelectorAll<MatrixEditor>("app-matrix-editor")].some((matrix) =>
      matrix.focusFault(),
    );
  }
}
