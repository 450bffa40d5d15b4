/**
 * `<serving-classifier>` and `<serving-method>`, defined by importing this module; it may be imported twice, and by
 * two scripts of a page.
 */

import { type ClassifierEvents, ServingClassifier } from "./classifier/serving-classifier.ts";
import { type MethodEvents, ServingMethod } from "./method/serving-method.ts";

export type { Label } from "./classifier/labels.ts";
export type { PhotoAnswer, PhotoResult, Tally } from "./classifier/photo.ts";
export type { Failure, OwnFailureKind } from "./failure.ts";
export { loadClient } from "./library.ts";
export type { InputKind, InputSpec } from "./method/input-spec.ts";
export { type ClassifierEvents, type MethodEvents, ServingClassifier, ServingMethod };

declare global {
  interface HTMLElementTagNameMap {
    "serving-classifier": ServingClassifier;
    "serving-method": ServingMethod;
  }
}

const ELEMENTS = { "serving-classifier": ServingClassifier, "serving-method": ServingMethod };

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
