/** `<serving-method>` as a page's scripts see it: a plain HTML element, whatever it is made with. */

import type { InferResult, Instance, Instances, Outcome, Progress } from "../../client/index.ts";
import type { Failure } from "../../failures/index.ts";
import type { Signature } from "../../signature/index.ts";
import type { ServingElement } from "../base/element-type.ts";
import type { InputSpec } from "./input-spec.ts";

/** `<serving-method>`: a form for one method of a servable, and what it gives back. */
export interface ServingMethod extends ServingElement<MethodEvents> {
  /** The method's inputs: a list, or its JSON as an attribute. Left out, the names are asked of the server. */
  inputs: readonly InputSpec[] | string | undefined;
  /**
   * The servable's signature, a list of several, or the address of either: tells the inputs where {@link inputs} does
   * not, and what the method does. What it does not know the reader says.
   */
  signature: Signature | readonly Signature[] | string | undefined;
  /** Sent in place of what the form says: one, or a list; a form is shown only without. */
  instances: Instance | readonly Instance[] | undefined;
  /** What the last call gave, as the client's `infer` does; `undefined` before. */
  readonly result: InferResult | undefined;
  /**
   * Sends what the form says, or {@link instances}, or what is given here.
   * @returns what `infer` of the client gives; `undefined` when nothing was sent, since a field has a fault, the
   *   attributes are invalid, or the call was ended by another one or by attributes that name another method
   */
  run(given?: Instances): Promise<InferResult | undefined>;
}

/** Details of a method's events, by their names. */
export interface MethodEvents {
  /** A call was answered: one outcome for each instance; some may be errors. */
  "serving-result": { instances: Instance[]; result: Outcome[] };
  /** The whole call failed, or could not be made. */
  "serving-error": { error: Failure };
  /** Bytes have left or come. */
  "serving-progress": Progress;
}
