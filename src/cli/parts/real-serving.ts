/** The real Serving as a part of a command: `npm run serving`, and `npm start -- --serving real`. */

import { type RealServing, type RealServingOptions, startRealServing } from "../../serving/index.ts";
import type { Parts } from "./lifecycle.ts";

/** The command says what is being done, and ends when Serving does. @throws Error with one sentence: what it lacks here */
export async function startRealPart(
  options: Omit<RealServingOptions, "say">,
  parts: Parts,
): Promise<RealServing> {
  const real = parts.add(await startRealServing({ ...options, say: (line) => console.log(line) }));
  void real.exited.then(() =>
    parts.fail(new Error(`MindSpore Serving has ended; its logs are in ${real.logs}.`)),
  );
  return real;
}

/**
 * Names of the servables, and on a line of its own which model `resnet50` is, so that nobody takes it for ResNet-50.
 * @param indent before that line
 */
export function servableLines(servables: readonly string[], model: string, indent: string): string {
  return `${servables.join(", ")}\n${indent}(resnet50 runs ${model} weights on ImageNet-1k, not ResNet-50's)`;
}

/** The weights that the real Serving's `resnet50` has. */
export const REAL_MODEL = "EfficientNet-B0";
