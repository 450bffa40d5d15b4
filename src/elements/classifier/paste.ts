/**
 * Pasted files of the whole page go to one element: the one that holds the focus, else the one used last, else the
 * first. A paste into a text field is the field's.
 */

import { isTextField } from "../../ui/index.ts";

const listeners = new Set<PasteListener>();
let usedLast: PasteListener | undefined;

interface PasteListener {
  element: Element;
  take(files: File[]): void;
}

export function listenForPaste(listener: PasteListener): void {
  if (listeners.size === 0) document.addEventListener("paste", pasted);
  listeners.add(listener);
}

export function stopListeningForPaste(listener: PasteListener): void {
  listeners.delete(listener);
  if (usedLast === listener) usedLast = undefined;
  if (listeners.size === 0) document.removeEventListener("paste", pasted);
}

/** Later pastes go to this one. */
export function noteUse(listener: PasteListener): void {
  usedLast = listener;
}

function pasted(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  const path = event.composedPath();
  if (files.length === 0 || event.defaultPrevented || isTextField(path[0])) return;
  const focused = [...listeners].find(({ element }) => path.includes(element));
  const [first] = listeners;
  event.preventDefault();
  (focused ?? usedLast ?? first)!.take(files);
}
