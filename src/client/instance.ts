/** What a caller gives to `infer`, checked and turned into the wire's instances. */

import { describe } from "./tensor/element.ts";
import { encodeInput, type InputValue, isWellFormed } from "./wire/input.ts";
import type { InstanceMessage } from "./wire/message.ts";

/** The inputs of one instance by name. */
export type Instance = Readonly<Record<string, InputValue>>;

/** One instance, or any iterable of them. */
export type Instances = Instance | Iterable<Instance>;

/**
 * @throws TypeError or RangeError that names the instance and the input; an empty list is a RangeError, since a
 *   server of release 1.3 or later would never answer it and lose a place of its queue for good
 */
export function encodeInstances(instances: Instances): InstanceMessage[] {
  const list = isIterable(instances) ? [...instances] : [instances];
  if (list.length === 0) throw new RangeError("the list of instances is empty: give at least one");
  return list.map((instance, i) =>
    encodeInstance(instance, isIterable(instances) ? `instance ${i}` : "the instance"),
  );
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

function encodeInstance(instance: Instance, where: string): InstanceMessage {
  if (!isPlainObject(instance)) {
    throw new TypeError(
      `${where} is ${describe(instance)}: give an object of inputs by name, { x1: …, x2: … }`,
    );
  }
  const message: InstanceMessage = new Map();
  for (const [name, value] of Object.entries(instance)) {
    if (!isWellFormed(name)) {
      throw new TypeError(
        `${where} has an input name with half of a surrogate pair: ${JSON.stringify(name)}`,
      );
    }
    try {
      message.set(name, encodeInput(value));
    } catch (error) {
      (error as Error).message = `${where}, input "${name}": ${(error as Error).message}`;
      throw error;
    }
  }
  return message;
}
