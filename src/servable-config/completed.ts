/** What a servable's owner has written of it beside its servable_config.py, laid over what that tells. */

import type { MethodSignature, Signature, ValueSignature } from "../signature/index.ts";

/** A signature, of which any part may be left out. */
export interface KnownSignature {
  /** Path of its file, as people know it. */
  path: string;
  signature: Signature;
}

type Values = Readonly<Record<string, ValueSignature>>;

/**
 * @param name of the method
 * @throws Error for an input or output that the servable_config.py does not have
 */
export function completed(
  read: MethodSignature,
  name: string,
  known: KnownSignature | undefined,
): MethodSignature {
  const told = known && methodOf(known.signature, name);
  if (!told) return read;
  const place = (side: string) => `${known.path}: methods.${name}.${side}`;
  const inputs = values(read.inputs, told.inputs, place("inputs"));
  const outputs = values(read.outputs, told.outputs, place("outputs"));
  return { ...read, ...told, ...(inputs && { inputs }), ...(outputs && { outputs }) };
}

function values(read: Values | undefined, told: Values | undefined, place: string): Values | undefined {
  if (!read || !told) return read ?? told;
  const stray = Object.keys(told).find((name) => !Object.hasOwn(read, name));
  if (stray !== undefined) {
    const names = Object.keys(read).join(", ") || "none";
    throw new Error(`${place}.${stray} is not in the servable_config.py, which has ${names}: leave it out`);
  }
  return Object.fromEntries(
    Object.entries(read).map(([name, value]) => [
      name,
      Object.hasOwn(told, name) ? { ...value, ...told[name] } : value,
    ]),
  );
}

function methodOf({ methods }: Signature, name: string): MethodSignature | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}
