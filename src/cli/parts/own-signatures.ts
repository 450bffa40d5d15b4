/** The signatures of this repo's own servables: their Python files, and the JSON beside them. */

import { SERVABLES } from "../../serving/index.ts";
import type { MethodSignature, Signature } from "../../signature/index.ts";
import { readServables } from "../signature/servable-file.ts";

/** @param servables names of those that run */
export function realSignatures(servables: readonly string[]): Signature[] {
  return readServables([SERVABLES])
    .map(({ signature }) => signature)
    .filter(({ servable }) => servables.includes(servable));
}

/**
 * @param methods names, by servable, of what the demo worker runs: not every release has the same
 * @param pixels shape of what its model takes for one image
 */
export function demoSignatures(
  methods: ReadonlyMap<string, readonly string[]>,
  pixels: readonly number[],
): Signature[] {
  return realSignatures([...methods.keys()]).map((signature) => ({
    ...signature,
    methods: Object.fromEntries(
      methods.get(signature.servable)!.map((name) => {
        // What releases before 1.5 call classify_top1_v1 is the same.
        const method = signature.methods[name] ?? signature.methods[name.replace(/_v1$/, "")]!;
        return [name, signature.servable === "resnet50" ? withPixels(method, pixels) : method];
      }),
    ),
  }));
}

function withPixels(method: MethodSignature, shape: readonly number[]): MethodSignature {
  const { pixels } = method.inputs!;
  return pixels ? { ...method, inputs: { pixels: { ...pixels, shape } } } : method;
}
