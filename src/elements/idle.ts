/** Work for when the page has nothing better to do. */

/** Runs `work` once the page is idle; browsers without that notion wait a moment. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 500);
}
