/** The head of the page Classify: whom it asks, what the demo is, and samples to begin with. */

import { html, nothing, type TemplateResult } from "lit";
import type { Settings } from "../state/settings.ts";
import type { Words } from "../words/words.ts";
import type { DemoFacts } from "./demo-note.ts";
import type { SamplesEvent } from "./intake/sample-strip.ts";

export function pageTop(
  words: Words,
  { servable, method }: Settings,
  demo: DemoFacts | undefined,
  takeSamples: (event: SamplesEvent) => void,
): TemplateResult {
  return html`
    <div class="top">
      <div class="title">
        <h1>${words.classifyTitle}</h1>
        <p class="quiet">${words.classifyIntro(`${servable}.${method}`)}</p>
        <p class="quiet small note">${demo ? (demo.real ? words.realNote : words.demoNote)(demo.model, demo.release) : nothing}</p>
      </div>
      <div class="samples">
        <p class="quiet small">
          ${words.samples} · <a href="samples/NOTICES.txt" target="_blank" rel="noopener">${words.credits}</a>
        </p>
        <app-sample-strip @samples=${takeSamples}></app-sample-strip>
      </div>
    </div>
  `;
}
