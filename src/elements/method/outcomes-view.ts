/** What a call gave, one outcome for each instance. */

import { html, nothing, type TemplateResult } from "lit";
import type { Outcome } from "../../client/index.ts";
import { type Failure, failureOf } from "../../failures/index.ts";
import type { ClientLibrary } from "../../library/index.ts";
import { type Language, outputText } from "../../ui/index.ts";
import { failureView } from "../look/failure-view.ts";
import type { Words } from "../words/en.ts";

/** Printed once, since tensors may be large. */
type Printed = { outputs: [name: string, text: string][] } | { failure: Failure };

/** The last call, as far as it is. */
export type Shown =
  | { name: "idle" }
  | { name: "running" }
  | { name: "done" | "failed"; outcomes: readonly Printed[] };

export function print(outcome: Outcome, library: ClientLibrary): Printed {
  if (library.isError(outcome)) return { failure: failureOf(outcome, library) };
  return { outputs: Object.entries(outcome).map(([name, value]) => [name, outputText(name, value)]) };
}

export function outcomesView(
  outcomes: readonly Printed[],
  words: Words,
  language: Language,
): TemplateResult[] {
  return outcomes.map(
    (outcome, i) => html`<div class="outcome" part="outcome">
      ${outcomes.length > 1 ? html`<p class="state">${words.instance(i + 1)}</p>` : nothing}
      ${"failure" in outcome ? failureView(outcome.failure, words, language) : outcome.outputs.map(output)}
    </div>`,
  );
}

/** Wide ones scroll, by keyboard too. */
function output([name, text]: [string, string]): TemplateResult {
  return html`<pre part="output" role="group" tabindex="0" aria-label=${name}>${text}</pre>`;
}
