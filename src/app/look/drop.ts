/** What is dropped anywhere on the page: what hangs over it is told, what falls is taken. */

interface DropListener {
  /** Whether what hangs over the page, of which little is told yet, would be taken. */
  wouldTake(event: DragEvent): boolean;
  /** Takes what falls. @returns whether it did */
  take(event: DragEvent): boolean;
  /** Whether something that would be taken hangs over the page at the moment. */
  hovering(hovering: boolean): void;
}

/** @param options of `addEventListener`; its signal ends listening */
export function listenForDrops(
  { wouldTake, take, hovering }: DropListener,
  options: AddEventListenerOptions,
): void {
  const on = (name: "dragover" | "dragleave" | "drop", listener: (event: DragEvent) => void) =>
    window.addEventListener(name, listener, options);
  on("dragover", (event) => {
    const taken = wouldTake(event);
    hovering(taken);
    if (!taken) return;
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
    if (take(event)) event.preventDefault();
  });
}

/** Whether it is over a file input, which takes what falls on it by itself. */
export function isOverFileInput(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type === "file";
}
