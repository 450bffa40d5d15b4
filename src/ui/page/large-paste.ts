/** Texts that are too long for a field: browsers lay them out for minutes, in which the page stands still. */

/** Characters that a field takes at most: a second's work for a browser. */
export const MOST_TYPED = 100_000;

/**
 * What the field would hold, where that is too long; the field is left as it is then.
 * @param event `beforeinput` of a field, of a paste or a drop
 */
export function tooLong(event: InputEvent): string | undefined {
  const { data, inputType, target } = event;
  if (!data || !/^insertFrom(Paste|Drop)/.test(inputType)) return undefined;
  const { value, selectionStart, selectionEnd } = target as HTMLInputElement | HTMLTextAreaElement;
  const text = value.slice(0, selectionStart!) + data + value.slice(selectionEnd!);
  if (text.length <= MOST_TYPED) return undefined;
  event.preventDefault();
  return text;
}
