/** What a caller gives to `infer`, checked and turned into the wire's instances. */

import { describe } from "../tensor/index.ts";
import { encodeInput, type InputValue } from "./input.ts";
import type { InstanceMessage } from "./message.ts";
import { isWellFormed } from "./well-formed.ts";

/** The inputs of one instance by name. */
export type Instance = Readonly<Record<string, InputValue>>;

/** One instance, or any iterable of them. */
export type Instances<In = Instance> = In | Iterable<In>;

/**
 * Throws for an instance that a method can't take.
 * @param instance as it will be sent
 * @param where the instance's name in an error, such as `instance 3`
 */
export type CheckInstance = (instance: InstanceMessage, where: string) => void;

/**
 * @param check asked of each instance
 * @throws TypeError or RangeError that names the instance and the input; an empty list is a RangeError, since it asks
 *   for nothing
 */
export function encodeInstances(instances: Instances, check?: CheckInstance): InstanceMessage[] {
  if (!isIterable(instances)) return [encodeInstance(instances, check)];
  const messages = Array.from(instances, (instance, i) => encodeInstance(instance, check, i));
  if (messages.length === 0) throw new RangeError("the list of instances is empty: give at least one");
  return messages;
}

function isIterable(instances: Instances): instances is Iterable<Instance> {
  return typeof instances === "object" && instances !== null && Symbol.iterator in instances;
}

/** Of whatever window; a class's object is a mistake, such as a tensor in the place of an instance. */
function isPlainObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** @param index in the list; left out, there is no list */
function encodeInstance(instance: Instance, check?: CheckInstance, index?: number): InstanceMessage {
  if (!isPlainObject(instance)) {
    throw new TypeError(
      `${nameOf(index)} is ${describe(instance)}: give an object of named inputs, { x1: …, x2: … }`,
    );
  }
  const message: InstanceMessage = new Map();
  for (const name of Object.keys(instance)) {
    if (!isWellFormed(name)) {
      throw new TypeError(
        `${nameOf(index)} has an input name with a lone surrogate: ${JSON.stringify(name)}`,
      );
    }
    try {
      message.set(name, encodeInput(instance[name]!));
    } catch (error) {
      (error as Error).message = `${nameOf(index)}, input "${name}": ${(error as Error).message}`;
      throw error;
    }
  }
  check?.(message, nameOf(index));
  return message;
}

function nameOf(index: number | undefined): string {
  return index === undefined ? "the instance" : `instance ${index}`;
}
