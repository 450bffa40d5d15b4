/** Work for when the page has nothing better to do, and room for what it has. */

/** Runs `work` once the page is idle; browsers without that notion wait a moment. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 500);
}

/** A task of its own for what follows, so that the page can draw and answer in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
