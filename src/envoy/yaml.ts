/**
 * The few pieces of YAML that `envoy-config.ts` puts together.
 */
import type { Address } from "../machine/index.ts";

/** A text as a YAML scalar in double quotes: JSON's form is one. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** An address in Envoy's form. */
export function endpoint({ host, port }: Address): string {
  return `{ socket_address: { address: ${quote(host)}, port_value: ${port} } }`;
}

/** Moves every line to the right by `spaces`. */
export function indent(spaces: number, text: string): string {
  return text.replace(/^(?=.)/gm, " ".repeat(spaces));
}
