/** The part of a signature that a typed client checks by, as source: inputs, without words. */

import type { Signature, ValueSignature } from "../signature/index.ts";

/** Constant, since a method named `constructor` would otherwise be typed as what every object has of that name. */
export function factsOf({ signature, servable, methods }: Signature): string {
  const lines = Object.entries(methods).map(([method, { inputs }]) => {
    const facts = Object.entries(inputs ?? {}).map(([name, value]) => `${key(name)}: ${literal(value)}`);
    const list =
      facts.length < 3 ? `{ ${facts.join(", ")} }` : `{\n        ${facts.join(",\n        ")},\n      }`;
    const body = inputs && ` inputs: ${facts.length === 0 ? "{}" : list} `;
    return `    ${key(method)}: {${body ?? ""}},`;
  });
  return `{\n  signature: ${signature},\n  servable: ${JSON.stringify(servable)},\n  methods: {\n${lines.join("\n")}\n  },\n} as const`;
}

function literal({ kind, dtype, shape }: ValueSignature): string {
  const facts = Object.entries({ kind, dtype, shape }).filter(([, value]) => value !== undefined);
  const text = facts
    .map(([name, value]) => `${name}: ${JSON.stringify(value).replaceAll(",", ", ")}`)
    .join(", ");
  return text === "" ? "{}" : `{ ${text} }`;
}

/** `__proto__: {}` would be no property, and so is in brackets. */
function key(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
