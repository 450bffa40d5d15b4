/** Files that come by drop or paste, anywhere on the page but where something else has taken them. */

import type { Incoming } from "../../../photos/index.ts";
import { isTextField } from "../../../ui/index.ts";
import { alone, droppedFiles } from "./folder.ts";

interface FileListener {
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
    const forPage = isForPage(event);
    hovering(forPage);
    if (!forPage) return;
    // Without this the browser would open the dropped file in place of the page.
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
  });
  on("dragleave", (event) => {
    // Leaving one element for another names the next one; leaving the window names none.
    if (event.relatedTarget === null) hovering(false);
  });
  on("drop", (event) => {
    hovering(false);
    if (!isForPage(event)) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer!).then(files);
  });
  on("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    // A spreadsheet's cells come as text and as a picture of them.
    if (pasted.length === 0 || event.defaultPrevented || isTextField(event.composedPath()[0])) return;
    event.preventDefault();
    files(pasted.map(alone));
  });
  return () => listening.abort();
}

/** Whether files hang or fall where nobody else takes them; a file input does so by itself. */
function isForPage(event: DragEvent): boolean {
  const [target] = event.composedPath();
  const ofInput = target instanceof HTMLInputElement && target.type === "file";
  return !ofInput && !event.defaultPrevented && (event.dataTransfer?.types.includes("Files") ?? false);
}
