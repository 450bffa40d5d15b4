/** What a browser's translator does to a page, as Chrome's does it. */

import type { Page } from "playwright-core";

/**
 * From now on every text of the page stands in guillemets, in two `<font>` elements that take the text node's place,
 * in shadow roots too; what changes is translated again.
 */
export function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const isForeign = (text: string) => text.trim() !== "" && !text.startsWith("«");
    const translateIn = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      const texts: Text[] = [];
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        if (node instanceof Element && node.shadowRoot) watch(node.shadowRoot);
        const inStyle = node.parentElement?.closest("style, script, textarea");
        if (node instanceof Text && !inStyle && isForeign(node.data)) texts.push(node);
      }
      for (const text of texts) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = `«${text.data.trim()}»`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    const watched = new Set<Node>();
    const watch = (root: Node) => {
      if (watched.has(root)) return;
      watched.add(root);
      translateIn(root);
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          for (const node of [target, ...addedNodes]) if (node.isConnected) translateIn(node);
        }
      }).observe(root, { childList: true, characterData: true, subtree: true });
    };
    watch(document.body);
  });
}
