/** Files that come by drop or paste, anywhere on the page but where something else has taken them. */

import { alone, droppedFiles } from "./folder.ts";
import type { Incoming } from "./photo.ts";

export interface FileListener {
  files(files: Incoming[]): void;
  /** Whether files hang over the page at the moment. */
  hovering(hovering: boolean): void;
}

/** @returns ends listening */
export function listenForFiles({ files, hovering }: FileListener): () => void {
  const listening = new AbortController();
  const on = <K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(name, listener, { signal: listening.signal });

  on("dragover", (event) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    // Without this the browser would open the dropped file in place of the page.
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
    hovering(true);
  });
  on("dragleave", (event) => {
    // Leaving one element for another names the next one; leaving the window names none.
    if (event.relatedTarget === null) hovering(false);
  });
  on("drop", (event) => {
    hovering(false);
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer!).then(files);
  });
  on("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    files(pasted.map(alone));
  });
  return () => listening.abort();
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
