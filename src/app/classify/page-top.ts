/** The head of the page Classify: whom it asks, what the demo is, and samples to begin with. */

import { html, nothing, type TemplateResult } from "lit";
import { photoInput } from "../../photos/index.ts";
import type { MethodSignature } from "../../signature/index.ts";
import { signedPhotoInput, takesNoPhoto } from "../serving/photo-method.ts";
import { queryOfTarget } from "../serving/target.ts";
import type { Settings } from "../state/settings.ts";
import type { Words } from "../words/words.ts";
import type { DemoFacts } from "./demo-note.ts";
import type { SamplesEvent } from "./intake/sample-strip.ts";

/** The servable whose model a demo tells. */
const DEMO_SERVABLE = "resnet50";

interface PageTop {
  words: Words;
  settings: Settings;
  /** Names of the method's inputs, where they are known. */
  inputs: readonly string[] | undefined;
  signature: MethodSignature | undefined;
  demo: DemoFacts | undefined;
  takeSamples(event: SamplesEvent): void;
}

export function pageTop({ words, settings, inputs, signature, demo, takeSamples }: PageTop): TemplateResult {
  const { servable, method } = settings;
  const called = `${servable}.${method}`;
  const input = inputOf(settings, signature, inputs);
  const told = input === "image" ? words.classifyIntro(called) : words.classifyIntroInput(called, input);
  const intro = signature && takesNoPhoto(signature) ? signature.doc : told;
  return html`
    <div class="top">
      <div class="title">
        <h1>${words.classifyTitle}</h1>
        <p class="quiet">${intro}</p>
        <p class="quiet small note">${demo ? demoText(demo, servable, words) : nothing}</p>
      </div>
      <div class="samples">
        <p class="quiet small">
          ${words.samples} · <a href="samples/NOTICES.txt" target="_blank" rel="noopener">${words.credits}</a>
        </p>
        <app-sample-strip @samples=${takeSamples}></app-sample-strip>
      </div>
    </div>
    <div role="status">${inputs ? inputTrouble({ settings, signature, input, inputs, words }) : nothing}</div>
  `;
}

/** The method's input that a photo goes to: the one that is set, else the signature's, else the one that the server tells. */
export function inputOf(
  { input }: Settings,
  signature: MethodSignature | undefined,
  inputs: readonly string[] | undefined,
): string {
  return input || (signedPhotoInput(signature) ?? photoInput(inputs));
}

/** Why no photo can be answered, before one is sent. */
function inputTrouble({
  settings,
  signature,
  input,
  inputs,
  words,
}: Pick<PageTop, "settings" | "signature" | "words"> & { input: string; inputs: readonly string[] }) {
  const called = `${settings.servable}.${settings.method}`;
  const others = inputs.filter((name) => name !== input).join(", ");
  const noPhoto = signature !== undefined && takesNoPhoto(signature);
  if (others === "" && !noPhoto) return nothing;
  const text = noPhoto
    ? words.noPhoto(called, inputs.join(", "))
    : inputs.includes(input)
      ? words.inputsMissing(called, input, others)
      : words.inputUnknown(called, input, others);
  return html`<p class="trouble">${text}
    <a href="#/playground?${queryOfTarget(settings)}">${words.toPlayground}</a></p>`;
}

function demoText({ model, release, real }: DemoFacts, servable: string, words: Words): string {
  return (real ? words.realNote : words.demoNote)(servable === DEMO_SERVABLE ? model : "", release);
}
