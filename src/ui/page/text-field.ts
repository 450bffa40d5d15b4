/** Whether something takes typed and pasted text: then a paste is its own, files and all. */

export function isTextField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("input:not([type=checkbox], [type=radio]), textarea") || target.isContentEditable;
}
