/** Files of requests that are dropped anywhere on the page: photos go where they always go. */

import { isOverFileInput, listenForDrops } from "../../look/drop.ts";

interface JsonDropListener {
  isWanted(): boolean;
  given(files: readonly File[]): void;
  /** Whether such files hang over the page at the moment. */
  hovering(hovering: boolean): void;
}

/** @returns ends listening */
export function listenForJson({ isWanted, given, hovering }: JsonDropListener): () => void {
  const listening = new AbortController();
  listenForDrops(
    {
      wouldTake(event) {
        const items = [...(event.dataTransfer?.items ?? [])];
        // A name is told only when it falls; a type not on every system.
        const isJson = items.length > 0 && items.every(({ type }) => type === "application/json");
        return isJson && isWanted() && !isOverFileInput(event);
      },
      take(event) {
        const files = [...(event.dataTransfer?.files ?? [])];
        const isJson = files.length > 0 && files.every(({ name }) => /\.json$/i.test(name));
        if (!isJson || !isWanted() || isOverFileInput(event)) return false;
        given(files);
        return true;
      },
      hovering,
    },
    // Before all others, which let go of what is taken already.
    { signal: listening.signal, capture: true },
  );
  return () => listening.abort();
}
