/** What comes by drop or paste, anywhere on the page but where something else has taken it. */

import { dropped, type Given, isTextField, mayHoldPictures, pasted } from "../../../ui/index.ts";
import { isOverFileInput, listenForDrops } from "../../look/drop.ts";

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
  const isTaken = (event: DragEvent) => !isOwnLink && isForPage(event, isWanted);
  listenForDrops(
    {
      wouldTake: isTaken,
      take(event) {
        if (!isTaken(event)) return false;
        given(dropped(event.dataTransfer!));
        return true;
      },
      hovering,
    },
    { signal: listening.signal },
  );
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
  if (isOverFileInput(event)) return false;
  return isWanted(hasFiles) && (hasFiles || !isTextField(target));
}
