/** The ways in which a client is made. */

import { describe } from "../../tensor/index.ts";
import { type CheckInstance, isWellFormed } from "../../wire/index.ts";
import type { ServableMethod } from "../typed/servable-method.ts";
import type { ClientOptions } from "./options.ts";

interface Arguments {
  /** Not checked yet. */
  address: string;
  servable: string;
  method: string;
  check: CheckInstance | undefined;
  options: ClientOptions;
}

/**
 * @param args address, servable, method; address and a method that knows its servable; or host, port, servable, method;
 *   each with options behind
 * @throws TypeError for a name that is none, and for options that are none
 */
export function readArguments([first, second, ...rest]: unknown[]): Arguments {
  const typed = typeof second === "object" && second !== null ? (second as ServableMethod) : undefined;
  const names =
    typeof second === "number" ? rest : typed ? [typed.servable, typed.method, ...rest] : [second, ...rest];
  const [servable, method, options = {}] = names;
  const read = {
    address:
      typeof second === "number" ? `${String(first).replace(/\/+$/, "")}:${second}` : (first as string),
    servable: checkName("servable", servable),
    method: checkName("method", method),
    check: typed?.check,
  };
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`options is ${describe(options)}: give an object as the last argument`);
  }
  return { ...read, options };
}

function checkName(what: string, name: unknown): string {
  if (typeof name === "string" && name !== "" && isWellFormed(name)) return name;
  throw new TypeError(`the ${what} is ${describe(name)}: give its name`);
}
