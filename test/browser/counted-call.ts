/** A call of which is counted what it leaves behind, and whose deadline the test brings about. */

export interface CountedCall {
  way: "fetch" | "xhr" | "grpc-web";
  address: string;
  /** Bytes of a File to send. */
  size: number;
}

export interface Counted {
  result?: unknown;
  /** Name of what `infer` threw. */
  thrown?: string;
  /** Listeners on the caller's signal, and delays of the timers that run, after the call. */
  listeners: number;
  timers: number[];
}

declare global {
  /** The realm's running call: ends it from outside. */
  var endRunningCall: (end: "abort" | "deadline" | "second look's time") => void;
}

/** Runs in the realm: it refers to nothing but its argument and globals. */
export async function countedCall({ way, address, size }: CountedCall): Promise<Counted> {
  const timeoutMs = 10_000_000;
  const lookMs = 3000;
  const timers = new Map<unknown, { ms: number; run: () => void }>();
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const patched = (run: (...words: unknown[]) => void, ms = 0, ...words: unknown[]) => {
    const timer = set(() => {
      timers.delete(timer);
      run(...words);
    }, ms);
    // Node's own fetch keeps timers for its connections, all other than these.
    if (ms === lookMs || ms > timeoutMs / 2) timers.set(timer, { ms, run });
    return timer;
  };
  const patchedClear = (timer: Parameters<typeof clearTimeout>[0]) => {
    timers.delete(timer);
    clear(timer);
  };
  Object.assign(globalThis, { setTimeout: patched, clearTimeout: patchedClear });

  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...words: Parameters<typeof add>) => {
    listeners++;
    add(...words);
  };
  signal.removeEventListener = (...words: Parameters<typeof remove>) => {
    listeners--;
    remove(...words);
  };

  globalThis.endRunningCall = (end) => {
    if (end === "abort") return controller.abort();
    const isDue = (ms: number) => (end === "deadline" ? ms > timeoutMs / 2 : ms === lookMs);
    for (const [timer, { ms, run }] of timers) {
      if (!isDue(ms)) continue;
      patchedClear(timer as Parameters<typeof clearTimeout>[0]);
      run();
    }
  };
  const client = new globalThis.serving.Client(address, "add", "add_common", {
    transport: way === "grpc-web" ? way : "fetch",
  });
  const end: Omit<Counted, "listeners" | "timers"> = {};
  try {
    const image = new File([new Uint8Array(size)], "a.jpg");
    const options = { signal, timeoutMs, ...(way === "xhr" ? { onProgress: () => {} } : {}) };
    const result = await client.infer({ image }, options);
    end.result = Array.isArray(result) ? "good" : result;
  } catch (error) {
    end.thrown = (error as Error).name;
  } finally {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }
  return { ...end, listeners, timers: [...timers.values()].map(({ ms }) => ms) };
}

/** Runs in the realm while a counted call does. */
export function endCall(end: Parameters<typeof globalThis.endRunningCall>[0]): void {
  globalThis.endRunningCall(end);
}
