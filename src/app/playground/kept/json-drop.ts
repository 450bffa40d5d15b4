/** Files of requests that are dropped anywhere on the page: photos go where they always go. */

interface JsonDropListener {
  isWanted(): boolean;
  given(files: readonly File[]): void;
  /** Whether such files hang over the page at the moment. */
  hovering(hovering: boolean): void;
}

/** @returns ends listening */
export function listenForJson({ isWanted, given, hovering }: JsonDropListener): () => void {
  const listening = new AbortController();
  // Before all others, which let go of what is taken already.
  const on = <K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(name, listener, { signal: listening.signal, capture: true });
  on("dragover", (event) => {
    const items = [...(event.dataTransfer?.items ?? [])];
    // A name is told only when it falls; a type not on every system.
    const isJson = items.length > 0 && items.every(({ type }) => type === "application/json");
    const isOurs = isJson && isWanted() && !isFileInput(event);
    hovering(isOurs);
    if (!isOurs) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
  });
  on("dragleave", (event) => {
    // Leaving one element for another names the next one; leaving the window names none.
    if (event.relatedTarget === null) hovering(false);
  });
  on("drop", (event) => {
    hovering(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    const isJson = files.length > 0 && files.every(({ name }) => /\.json$/i.test(name));
    if (!isJson || !isWanted() || isFileInput(event)) return;
    event.preventDefault();
    given(files);
  });
  return () => listening.abort();
}

/** Which takes what falls on it by itself. */
function isFileInput(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type === "file";
}
