/** The input that a photo goes to, where nobody has named one. */

import type { Client } from "../client/index.ts";

/** What is called so in resnet50's methods, and taken where the server tells nothing better. */
const USUAL = "image";

/** What servers have told, by client: the name of a method's input does not change while a page is open. */
const learned = new WeakMap<Client, string>();

/**
 * Which input of a method a photo goes to, where nobody has said: its only one, or `image`.
 * @param inputs of the method in its order, as a probe tells them
 */
export function photoInput(inputs: readonly string[] | undefined): string {
  return inputs?.length === 1 ? inputs[0]! : USUAL;
}

/** Asks the server, once for each client, with calls that run no model. */
export async function learnInput(client: Client): Promise<string> {
  const known = learned.get(client);
  if (known !== undefined) return known;
  const { inputs } = await client.probe();
  const name = photoInput(inputs);
  if (inputs) learned.set(client, name);
  return name;
}
