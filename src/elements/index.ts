/**
 * `<serving-classifier>` and `<serving-method>`, defined by importing this module; it may be imported twice, by two
 * scripts of a page, and on a server, where it defines nothing.
 */

import type { ClassifierEvents, ServingClassifier as ClassifierFace } from "./classifier/classifier-type.ts";
import { ServingClassifier as ClassifierElement } from "./classifier/serving-classifier.ts";
import type { MethodEvents, ServingMethod as MethodFace } from "./method/method-type.ts";
import { ServingMethod as MethodElement } from "./method/serving-method.ts";

export type { Failure, OwnFailureKind } from "../failures/index.ts";
export { loadClient } from "../library/index.ts";
export type { Label } from "../photos/index.ts";
export type { InputKind } from "../ui/index.ts";
export type { ClassifierAttributes, MethodAttributes } from "./attributes.ts";
export type { PhotoAnswer, PhotoResult, Tally } from "./classifier/photo.ts";
export type { InputSpec } from "./method/input-spec.ts";

export type { ClassifierEvents, MethodEvents };

// Their types don't mention Lit, so that a page needs no Lit to use them.
export type ServingClassifier = ClassifierFace;
export const ServingClassifier: new () => ServingClassifier = ClassifierElement;
export type ServingMethod = MethodFace;
export const ServingMethod: new () => ServingMethod = MethodElement;

declare global {
  interface HTMLElementTagNameMap {
    "serving-classifier": ServingClassifier;
    "serving-method": ServingMethod;
  }
  /** They bubble, so that a listener may be on whatever is around the elements: there they may be of either. */
  interface GlobalEventHandlersEventMap {
    "serving-result": CustomEvent<ClassifierEvents["serving-result"] | MethodEvents["serving-result"]>;
    "serving-error": CustomEvent<ClassifierEvents["serving-error"] | MethodEvents["serving-error"]>;
    "serving-progress": CustomEvent<ClassifierEvents["serving-progress"] | MethodEvents["serving-progress"]>;
  }
}

const ELEMENTS = { "serving-classifier": ServingClassifier, "serving-method": ServingMethod };

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!globalThis.customElements?.get(name)) globalThis.customElements?.define(name, element);
}
