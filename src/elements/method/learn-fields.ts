/** A method's inputs where the page does not list them: as its signature tells them, else as the server tells their names. */

import { type Failure, failureOf, thrownFailure, unknownInputs } from "../../failures/index.ts";
import type { Signature } from "../../signature/index.ts";
import type { Connection } from "../base/serving-element.ts";
import { type Field, fieldOf } from "./input-spec.ts";
import { signedMethod } from "./signed-method.ts";

/** What is known of a method. */
export interface Learned {
  fields: readonly Field[];
  /** What it does, where a signature says so. */
  doc?: string | undefined;
}

export interface Method {
  servable: string;
  method: string;
  /** Or a list of them, or the address of either. */
  signature: Signature | readonly Signature[] | string | undefined;
}

/** @param connect gives the client to ask */
export async function learnFields(
  of: Method,
  connect: () => Promise<Connection | { failure: Failure }>,
): Promise<Learned | { failure: Failure }> {
  let doc: string | undefined;
  if (of.signature) {
    try {
      const found = await signedMethod(of.signature, of);
      if ("failure" in found) return found;
      const { inputs, doc: told } = found.signed;
      doc = told;
      if (inputs) {
        return { fields: Object.entries(inputs).map(([name, input]) => fieldOf({ name, ...input })), doc };
      }
    } catch (error) {
      return { failure: thrownFailure(error) };
    }
  }
  const connected = await connect();
  if ("failure" in connected) return connected;
  const { inputs, error } = await connected.client.probe();
  if (inputs) return { fields: inputs.map((name) => fieldOf({ name })), doc };
  return { failure: error ? failureOf(error, connected.library) : unknownInputs() };
}
