/** Text to the clipboard, also where a page has no right to the clipboard's own interface (plain HTTP, say). */

/** @returns whether the text is there now */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = focused();
  const field = document.createElement("textarea");
  field.value = text;
  // Within an open dialog, since what lies outside of it can't be selected.
  (before.closest("dialog[open], body") ?? before.parentNode!).append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  before.focus({ preventScroll: true });
  return copied;
}

/** What has the focus, inside of shadow roots too. */
function focused(): HTMLElement {
  let at = document.activeElement ?? document.body;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement;
}
