/** Names that signatures tell, to choose from beside a field in which any name can be written. */

import { photoIsEnough, takesNoPhoto } from "../serving/photo-method.ts";
import { shortDoc } from "../serving/short-doc.ts";
import { knownSignatures, signatureOf } from "../serving/signatures.ts";
import type { Settings } from "../state/settings.ts";
import type { Words } from "../words/words.ts";

/** What a name's group is called; `undefined` where there is one group only. */
interface NameGroup {
  label: ((words: Words) => string) | undefined;
  names: readonly string[];
}

export function knownServables(): NameGroup[] {
  return [{ label: undefined, names: [...knownSignatures().keys()].sort() }];
}

/** Those first that a photo is enough for. */
export function knownMethods({ servable }: Settings): NameGroup[] {
  const methods = Object.entries(knownSignatures().get(servable)?.methods ?? {});
  const named = (enough: boolean) =>
    methods.filter(([, method]) => photoIsEnough(method) === enough).map(([name]) => name);
  return [
    { label: (words: Words) => words.photoIsEnough, names: named(true) },
    { label: (words: Words) => words.otherMethods, names: named(false) },
  ].filter(({ names }) => names.length > 0);
}

/** What is known of the chosen method, in a line or two. */
export function methodNote({ servable, method }: Settings, words: Words): string {
  const signature = signatureOf(servable, method);
  if (!signature) return "";
  if (takesNoPhoto(signature)) return words.noPhotoMethod;
  return shortDoc(signature.doc);
}
