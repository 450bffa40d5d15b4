/** A method as a value, with the types of what it takes and gives. */

import type { CheckInstance, InputValue, Instance, Outputs, OutputValue } from "../../wire/index.ts";

/** What an instance may be: inputs by name, each of a type that can be sent. */
export type InputsOf<In> = { readonly [Name in keyof In]: InputValue };

/** What an outcome may be: outputs by name. */
export type OutputsOf<Out> = { readonly [Name in keyof Out]: OutputValue };

/**
 * A servable's method, for `new Client(address, method)`: `checked` of `mindspore-serving-web/signature` makes one of a
 * signature, and `npx mindspore-serving-web types` writes all of a servable's, with their types.
 */
export interface ServableMethod<In extends InputsOf<In> = Instance, Out extends OutputsOf<Out> = Outputs> {
  /** Name of the servable. */
  readonly servable: string;
  /** Name of its method. */
  readonly method: string;
  /** Throws for an instance that the method can't take, before anything is sent. */
  readonly check?: CheckInstance;
  /** Never there: what the type checker knows the method by. */
  readonly types?: (input: In) => Out;
}
