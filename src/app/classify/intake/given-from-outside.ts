/** What comes by drop or paste, anywhere on the page but where something else has taken it. */

import { dropped, type Given, isTextField, mayHoldPictures, pasted } from "../../../ui/index.ts";

interface GivenListener {
  /** Whether the page that listens takes what has files, or addresses alone. */
  isWanted(hasFiles: boolean): boolean;
  given(given: Given): void;
  /** Whether something hangs over the page at the moment. */
  hovering(hovering: boolean): void;
}

/** @returns ends listening */
export function listenForGiven({ isWanted, given, hovering }: GivenListener): () => void {
  const listening = new AbortController();
  const on = <K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(name, listener, { signal: listening.signal });

  /** A link of this page itself, which a hand has drawn along. */
  let isOwnLink = false;
  on("dragstart", (event) => {
    isOwnLink = !(event.composedPath()[0] instanceof HTMLImageElement);
  });
  on("dragend", () => {
    isOwnLink = false;
  });
  on("dragover", (event) => {
    const forPage = !isOwnLink && isForPage(event, isWanted);
    hovering(forPage);
    if (!forPage) return;
    // Without this the browser would open what is dropped in place of the page.
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
  });
  on("dragleave", (event) => {
    // Leaving one element for another names the next one; leaving the window names none.
    if (event.relatedTarget === null) hovering(false);
  });
  on("drop", (event) => {
    hovering(false);
    if (isOwnLink || !isForPage(event, isWanted)) return;
    event.preventDefault();
    given(dropped(event.dataTransfer!));
  });
  on("paste", (event) => {
    const found = pasted(event);
    if (!found || !isWanted(found.files.length > 0)) return;
    event.preventDefault();
    given(found);
  });
  return () => listening.abort();
}

/** Whether it hangs or falls where nobody else takes it; a file input does so by itself, a field takes addresses. */
function isForPage(event: DragEvent, isWanted: GivenListener["isWanted"]): boolean {
  const { dataTransfer, defaultPrevented } = event;
  if (!dataTransfer || defaultPrevented || !mayHoldPictures(dataTransfer)) return false;
  const [target] = event.composedPath();
  const hasFiles = dataTransfer.types.includes("Files");
  if (target instanceof HTMLInputElement && target.type === "file") return false;
  return isWanted(hasFiles) && (hasFiles || !isTextField(target));
}
