/** Whether a photo is what a method takes, as its signature tells. */

import { photoInput } from "../../photos/index.ts";
import type { MethodSignature, ValueSignature } from "../../signature/index.ts";

/** Whether a photo's bytes can go there; where nothing is known of it, they may. */
function mayBePhoto({ kind, dtype, shape }: ValueSignature): boolean {
  if (kind === undefined) return dtype === undefined && shape === undefined;
  return kind === "image" || kind === "bytes";
}

/**
 * The input that a photo goes to: the only image, else the only bytes, else as a server's names tell.
 * @returns `undefined` where the signature tells no inputs, or none that takes a photo
 */
export function signedPhotoInput(method: MethodSignature | undefined): string | undefined {
  const inputs = Object.entries(method?.inputs ?? {});
  for (const wanted of ["image", "bytes"]) {
    const [first, ...others] = inputs.filter(([, { kind }]) => kind === wanted);
    if (first && others.length === 0) return first[0];
  }
  const names = inputs.filter(([, input]) => mayBePhoto(input)).map(([name]) => name);
  return names.length === 0 ? undefined : names.find((name) => name === photoInput(names));
}

/** Whether the signature says that no input takes a photo. */
export function takesNoPhoto({ inputs }: MethodSignature): boolean {
  return inputs !== undefined && !Object.values(inputs).some(mayBePhoto);
}

/** Whether a photo is all that the method needs, for all that is known. */
export function photoIsEnough(method: MethodSignature): boolean {
  return Object.keys(method.inputs ?? {}).length === 1 && !takesNoPhoto(method);
}
