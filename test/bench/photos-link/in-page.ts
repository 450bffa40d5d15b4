/**
 * Runs in the app's page before the app itself, which knows nothing of it: watches the image worker from outside,
 * notes when files are dropped, and waits until the queue's bar says that all are settled.
 */

import type { Span } from "../link/direction.ts";

export interface Watched {
  /** From the drop until the last photo was settled; epoch, in ms. */
  total: Span;
  /** Photos that were settled. */
  count: number;
  /** In which the image worker had a photo. */
  making: Span[];
  /** The queue's own words. */
  text: string;
}

const now = () => performance.timeOrigin + performance.now();
const making: Span[] = [];
let dropped = 0;

addEventListener(
  "drop",
  () => {
    dropped = now();
  },
  { capture: true },
);

globalThis.Worker = class extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    if (String(url).includes("image-worker")) watch(this);
  }
};

/** A job goes to the worker under a number, and its answer comes back under the same. */
function watch(worker: Worker): void {
  const open = new Map<unknown, number>();
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: { id?: unknown }, more?: Transferable[] | StructuredSerializeOptions) => {
    if (message.id !== undefined) open.set(message.id, now());
    post(message, more as Transferable[]);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<{ id?: unknown }>) => {
    const start = open.get(data.id);
    open.delete(data.id);
    if (start !== undefined) making.push([start, now()]);
  });
}

function find(selector: string, root: Document | ShadowRoot = document): Element | undefined {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll("*")) {
    const inside = element.shadowRoot && find(selector, element.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}

const nextFrame = () => new Promise(requestAnimationFrame);

/** Resolves when the page takes photos. */
async function ready(): Promise<void> {
  while (!find("app-drop-target:defined")) await nextFrame();
}

/**
 * Resolves when this many photos are settled, which have been dropped, or when none was for `patienceMs`: builds before
 * this bench lost some, for which they waited for good.
 */
async function settled(count: number, patienceMs: number): Promise<Watched> {
  if (dropped === 0) throw new Error("the drop did not reach the page");
  let bar: Element | undefined;
  let last = { at: now(), count: 0 };
  while (last.count < count && now() - last.at < patienceMs) {
    await nextFrame();
    if (!bar?.isConnected) bar = find(`[role="progressbar"][aria-valuemax="${count}"]`);
    const done = Number(bar?.getAttribute("aria-valuenow") ?? 0);
    if (done > last.count) last = { at: now(), count: done };
  }
  const text = bar?.getAttribute("aria-valuetext") ?? "nothing";
  return { total: [dropped, last.at], count: last.count, making, text };
}

Object.assign(globalThis, { ready, settled });
