/**
 * Pasted photos of the whole page go to one element: the one that holds the focus, else the one used last, else the
 * first. A paste into a text field is the field's.
 */

import { type Given, pasted } from "../../ui/index.ts";

const listeners = new Set<PasteListener>();
let usedLast: PasteListener | undefined;

interface PasteListener {
  element: Element;
  take(given: Given): void;
}

export function listenForPaste(listener: PasteListener): void {
  if (listeners.size === 0) document.addEventListener("paste", take);
  listeners.add(listener);
}

export function stopListeningForPaste(listener: PasteListener): void {
  listeners.delete(listener);
  if (usedLast === listener) usedLast = undefined;
  if (listeners.size === 0) document.removeEventListener("paste", take);
}

/** Later pastes go to this one. */
export function noteUse(listener: PasteListener): void {
  usedLast = listener;
}

function take(event: ClipboardEvent): void {
  const given = pasted(event);
  if (!given) return;
  const path = event.composedPath();
  const focused = [...listeners].find(({ element }) => path.includes(element));
  // An address on its way to something else on the page is not asked for.
  const listener = focused ?? (given.files.length > 0 ? (usedLast ?? [...listeners][0]!) : undefined);
  if (!listener) return;
  event.preventDefault();
  listener.take(given);
}
