/** Names that signatures tell, to choose from beside a field in which any name can be written. */

import { shortDoc } from "../../ui/index.ts";
import type { NameGroup } from "../look/known-select.ts";
import { photoIsEnough, takesNoPhoto } from "../serving/photo-method.ts";
import { knownMethods, signatureOf } from "../serving/signatures.ts";
import type { Settings } from "../state/settings.ts";
import type { Words } from "../words/words.ts";

/** Methods of the servable, those first that a photo is enough for. */
export function methodGroups({ servable }: Settings, words: Words): NameGroup[] {
  const methods = Object.entries(knownMethods(servable));
  const named = (enough: boolean) =>
    methods.filter(([, method]) => photoIsEnough(method) === enough).map(([name]) => name);
  return [
    { label: words.photoIsEnough, names: named(true) },
    { label: words.otherMethods, names: named(false) },
  ].filter(({ names }) => names.length > 0);
}

/** What is known of the chosen method, in a line or two. */
export function methodNote({ servable, method }: Settings, words: Words): string {
  const signature = signatureOf(servable, method);
  if (!signature) return "";
  if (takesNoPhoto(signature)) return words.noPhotoMethod;
  return shortDoc(signature.doc);
}
