/** The servable `slow`: a method that takes its time. */

import { method } from "../method/method.ts";
import { callFunction } from "../method/stage.ts";
import type { Servable } from "../protocol/servable.ts";
import { PythonError } from "../python/python-error.ts";
import { pythonFloat } from "../python/python-number.ts";
import type { PythonInput } from "../python/python-value.ts";

/** Nanoseconds are counted in 63 bits. */
const MAX_SECONDS = 2 ** 63 / 1e9;
/** What a timer can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** One caller after the other, as a worker has one thread for functions. */
export function slowServable(): Servable {
  let turn: Promise<unknown> = Promise.resolve();
  const sleep = (seconds: PythonInput) => {
    const slept = turn.then(() => sleepFor(seconds));
    turn = slept.catch(() => {});
    return slept;
  };
  const stage = callFunction({ name: "sleep", inputs: ["seconds"], outputs: ["seconds"], run: sleep });
  return {
    name: "slow",
    versions: [1n],
    // seconds: a number → the same, after that time.
    methods: new Map([["wait", method(["seconds"], ["seconds"], stage)]]),
  };
}

async function sleepFor(value: PythonInput): Promise<PythonInput> {
  const seconds = pythonFloat(value);
  if (Number.isNaN(seconds)) throw new PythonError("Invalid value NaN (not a number)");
  if (Math.abs(seconds) >= MAX_SECONDS)
    throw new PythonError("timestamp too large to convert to C _PyTime_t");
  if (seconds < 0) throw new PythonError("sleep length must be non-negative");
  await new Promise<void>((wake) => {
    // It keeps no process alive whose worker was stopped.
    setTimeout(wake, Math.min(seconds * 1000, MAX_TIMER_MS)).unref();
  });
  return value;
}
