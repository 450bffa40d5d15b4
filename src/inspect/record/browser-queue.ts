/**
 * How long a request waited in the browser for a connection, as its Resource Timing tells. An entry there names an
 * address and no call: it is a call's when it began just as the call was sent, and no other call then did.
 */

interface Sent {
  url: string;
  /** `performance.now()` */
  at: number;
  tell: (queueMs: number) => void;
}

/** Clocks of pages are coarse: to 0.1 ms, in Firefox to 1 ms. */
const CLOCK_MS = 1;
/** A browser that is busy may begin a request a little later. */
const LATE_MS = 20;

/** Their entries never came: another origin's, or a transport's that makes none. */
const MOST_WAITING = 64;

const waiting: Sent[] = [];
let observes = false;

/** @param tell is called once, perhaps after the call's end; never where the browser tells nothing */
export function awaitQueueTime(url: string, at: number, tell: (queueMs: number) => void): void {
  if (typeof PerformanceObserver === "undefined") return;
  if (!observes) observe();
  observes = true;
  if (waiting.length === MOST_WAITING) waiting.shift();
  waiting.push({ url, at, tell });
}

function observe(): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) take(entry as PerformanceResourceTiming);
  });
  observer.observe({ type: "resource" });
}

function take({ name, startTime, requestStart }: PerformanceResourceTiming): void {
  const near = waiting.filter(
    ({ url, at }) => url === name && at <= startTime + CLOCK_MS && startTime - at <= LATE_MS,
  );
  const latest = Math.max(...near.map(({ at }) => at));
  const sent = near.filter(({ at }) => latest - at <= CLOCK_MS);
  for (const one of sent) waiting.splice(waiting.indexOf(one), 1);
  // 0: the address is another origin's, which does not let this page know.
  if (sent.length === 1 && requestStart > 0) sent[0]!.tell(Math.max(0, requestStart - startTime));
}
