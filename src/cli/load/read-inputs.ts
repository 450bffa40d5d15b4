/** `NAME=VALUE` of a command line, to an instance. */

import { readFileSync } from "node:fs";
import { type InputValue, type Instance, jsonReviver, type Nested, tensor } from "../../client/index.ts";
import { UsageError } from "../options/option-values.ts";

/** @throws UsageError that names the option and what to write */
export function readInputs(given: readonly string[]): Instance {
  if (given.length === 0)
    throw new UsageError("give each input of the method: --input NAME=@FILE or NAME=VALUE.");
  const instance: Record<string, InputValue> = {};
  for (const one of given) {
    const at = one.indexOf("=");
    if (at < 1) throw new UsageError(`--input ${one}: give NAME=@FILE or NAME=VALUE.`);
    const name = one.slice(0, at);
    if (Object.hasOwn(instance, name)) throw new UsageError(`--input ${name} is given twice: give it once.`);
    instance[name] = inputOf(name, one.slice(at + 1));
  }
  return instance;
}

function inputOf(name: string, text: string): InputValue {
  if (text.startsWith("@")) return bytesOf(name, text.slice(1));
  let value: unknown;
  try {
    value = JSON.parse(text, jsonReviver);
  } catch (error) {
    throw new UsageError(
      `--input ${name}: this is no JSON (${(error as Error).message}); a text goes in quotes of its own, '"…"', a file as @FILE.`,
    );
  }
  try {
    return Array.isArray(value) ? tensor(value as Nested<number>) : (value as InputValue);
  } catch (error) {
    throw new UsageError(`--input ${name}: ${(error as Error).message}.`);
  }
}

function bytesOf(name: string, path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new UsageError(
      `--input ${name}: ${path} can't be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
