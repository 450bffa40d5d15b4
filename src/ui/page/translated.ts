/** Pages that a browser translates. */

/**
 * Takes out the `<font>` elements that translators (Chrome's, Edge's) put in the place of text nodes, and leaves text
 * as it reads now: what is rendered next writes to text nodes, and would not reach what is shown. The translator
 * watches the page and translates what has changed once more. Templates have no words of their own behind an
 * expression: lit holds on to such a text node as the expression's end.
 */
export function takeTextBack(root: ParentNode): void {
  for (const font of root.querySelectorAll("font")) {
    if (font.parentElement?.closest("font")) continue;
    if (font.querySelector(":not(font)")) font.replaceWith(...font.childNodes);
    else font.replaceWith(font.textContent);
  }
}
