/** Calls that a test answers when it likes, as a `Client` makes them: what is aborted rejects with an AbortError. */

import type { InferResult, Progress } from "../../src/client/index.ts";
import type { TargetOptions } from "../../src/react/index.ts";

export interface HeldCall {
  input: number;
  options: TargetOptions;
  answer: (result: InferResult) => void;
  fail: (error: unknown) => void;
  tell: (progress: Progress) => void;
}

export class HeldCalls {
  readonly calls: HeldCall[] = [];

  infer(input: number, options: TargetOptions): Promise<InferResult> {
    return new Promise((answer, fail) => {
      const { signal, onProgress } = options;
      this.calls.push({ input, options, answer, fail, tell: (progress) => onProgress?.(progress) });
      signal.addEventListener("abort", () => fail(new DOMException("The call was aborted", "AbortError")));
    });
  }

  get last(): HeldCall {
    return this.calls.at(-1)!;
  }

  /** Which calls are ended, in the order in which they began. */
  get aborted(): boolean[] {
    return this.calls.map(({ options }) => options.signal.aborted);
  }
}
