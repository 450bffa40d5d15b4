/**
 * `<serving-classifier>` and `<serving-method>`, defined by importing this module; it may be imported twice, and by
 * two scripts of a page.
 */

import { ServingClassifier as ClassifierElement } from "./classifier/serving-classifier.ts";
import type * as faces from "./faces.ts";
import { ServingMethod as MethodElement } from "./method/serving-method.ts";

export type { Failure, OwnFailureKind } from "../failures/index.ts";
export { loadClient } from "../library/index.ts";
export type { Label } from "../photos/index.ts";
export type { InputKind } from "../ui/index.ts";
export type { PhotoAnswer, PhotoResult, Tally } from "./classifier/photo.ts";
export type { ClassifierEvents, MethodEvents } from "./faces.ts";
export type { InputSpec } from "./method/input-spec.ts";

// Their types say nothing of Lit, which whoever uses them need not have.
export type ServingClassifier = faces.ServingClassifier;
export const ServingClassifier: new () => ServingClassifier = ClassifierElement;
export type ServingMethod = faces.ServingMethod;
export const ServingMethod: new () => ServingMethod = MethodElement;

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
