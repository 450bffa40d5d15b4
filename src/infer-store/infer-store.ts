/** The calls of one component and what it shows of them, for the hooks of any framework. */

import { type CallOptions, isError, type Progress } from "../client/index.ts";
import type { DataOf, ErrorOf, Infer, InferTarget, TargetOptions, ThrownError } from "./target.ts";

/** How a component calls. */
export interface UseInferOptions {
  /**
   * Whether a new call ends those under way. With `false` they go on side by side, each to its own caller; shown is
   * the answer of the one that began last, and never an older one after it.
   * @default true
   */
  latest?: boolean;
  /**
   * Whether `data` stays until the next answer is there, as for frames of a camera; else it goes when a call begins.
   * @default false
   */
  keepPreviousData?: boolean;
  /**
   * Whether `progress` is told. With `false` a component renders less, and a browser calls by `fetch` in place of
   * `XMLHttpRequest`, which alone sees an upload move.
   * @default true
   */
  progress?: boolean;
}

/** What a component shows; each change makes a new one. */
export interface InferSnapshot<Target> {
  /** What the last call gave, where that is no error: of a `Client` one outcome for each instance, errors among them. */
  readonly data: DataOf<Target> | undefined;
  /** Why the last call as a whole gave nothing. An abort is no error. */
  readonly error: ErrorOf<Target> | undefined;
  /** Whether a call is under way. */
  readonly isPending: boolean;
  /** Bytes sent and received by the call under way, the newest where there are several. */
  readonly progress: Progress | undefined;
  /** Makes a call. The function stays the same, also where the client is another. */
  readonly infer: Infer<Target>;
  /** Ends what is under way, also on the server. The function stays the same. */
  readonly abort: () => void;
}

interface InferStore<Target> {
  get: () => InferSnapshot<Target>;
  /** With the last listener gone, calls under way are ended. */
  subscribe: (listener: () => void) => () => void;
}

/** @param current whom to call, and how; asked for each call */
export function inferStore<Target extends InferTarget>(
  current: () => { target: Target; options: UseInferOptions },
): InferStore<Target> {
  const listeners = new Set<() => void>();
  let calls = new Set<AbortController>();
  let begun = 0;
  /** The newest call that has shown its answer. */
  let shown = 0;
  let snapshot: InferSnapshot<Target> = {
    data: undefined,
    error: undefined,
    isPending: false,
    progress: undefined,
    infer: ((input: never, options?: CallOptions) => {
      const answer = run(input, options);
      answer.catch(() => {});
      return answer;
    }) as unknown as Infer<Target>,
    abort,
  };

  function change(fields: Partial<InferSnapshot<Target>>): void {
    const isPending = calls.size > 0;
    snapshot = { ...snapshot, ...(!isPending && { progress: undefined }), ...fields, isPending };
    for (const listener of listeners) listener();
  }

  function takeCalls(): Set<AbortController> {
    const ended = calls;
    calls = new Set();
    return ended;
  }

  function abort(): void {
    const ended = takeCalls();
    if (ended.size > 0) change({});
    for (const call of ended) call.abort();
  }

  async function run(input: never, { signal, onProgress, ...rest }: CallOptions = {}): Promise<unknown> {
    if (signal?.aborted) return undefined;
    const { target, options } = current();
    const call = new AbortController();
    const number = ++begun;
    const ended = options.latest === false ? new Set<AbortController>() : takeCalls();
    const end = () => {
      if (calls.delete(call)) change({});
    };
    const show = (fields: Pick<InferSnapshot<Target>, "data" | "error">) => {
      calls.delete(call);
      change(number > shown ? fields : {});
      shown = Math.max(shown, number);
    };
    const leave = () => {
      end();
      call.abort(signal?.reason);
    };
    calls.add(call);
    change({ error: undefined, progress: undefined, ...(!options.keepPreviousData && { data: undefined }) });
    for (const older of ended) older.abort();
    signal?.addEventListener("abort", leave);
    const given: TargetOptions = { ...rest, signal: call.signal };
    if (options.progress !== false) {
      given.onProgress = (progress) => {
        if (calls.has(call) && number === begun) change({ progress });
        onProgress?.(progress);
      };
    } else if (onProgress) given.onProgress = onProgress;
    try {
      const answer = await (typeof target === "function" ? target(input, given) : target.infer(input, given));
      if (!calls.has(call)) return undefined;
      show(
        isError(answer)
          ? { data: undefined, error: answer as ErrorOf<Target> }
          : { data: answer as DataOf<Target>, error: undefined },
      );
      return answer;
    } catch (cause) {
      if (!calls.has(call)) return undefined;
      const { name, message, kind, hint } = Object(cause) as Partial<Error & ThrownError>;
      if (name === "AbortError") {
        end();
        return undefined;
      }
      const error: ThrownError = {
        error: message ?? String(cause),
        ...(kind && hint && { kind, hint }),
        cause,
      };
      show({ data: undefined, error: error as ErrorOf<Target> });
      throw cause;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) abort();
      };
    },
  };
}
