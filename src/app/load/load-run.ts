/** One sweep, as it was ordered, and what it has come to so far. */

import type { Instance } from "../../client/index.ts";
import { codeMissing, type Failure } from "../../failures/index.ts";
import { loadReport, type StepResult } from "../../load/index.ts";
import { proxyAddress } from "../serving/address.ts";
import type { Target } from "../serving/client-for.ts";
import { noteCall } from "../serving/connection.ts";
import { noteFailure } from "../serving/photo-calls.ts";
import { settings } from "../state/settings.ts";
import type { LoadNews, LoadOrder } from "./load-worker.ts";
import type { Plan } from "./plan.ts";

/** `left`: somebody turned to another page, or another tab. */
type Stop = "by hand" | "left";

/** Connections of a browser to one host by HTTP/1.1, in all of today's. */
export const MOST_CONNECTIONS = 6;

export class LoadRun {
  readonly target: Target;
  /** Of the proxy, with its origin. */
  readonly address: string;
  readonly plan: Plan;
  /** The command line that does the same; `undefined` where there is none. */
  readonly command: string | undefined;
  /** Whether calls carry headers of the settings, which may be secrets and are in nothing that is saved. */
  readonly hasHeaders: boolean;
  readonly began = new Date();
  readonly results: StepResult[] = [];
  /** The first of each kind. */
  readonly failures: Failure[] = [];
  /** By ALPN's name; empty as long as the browser has not told, and where it does not tell. */
  protocol = "";
  /** Of the step under way, so far. */
  calls = 0;
  isOver = false;
  stopped: Stop | undefined;
  readonly #worker: Worker;
  readonly #changed: () => void;

  /**
   * Starts at once, at the address that the settings have now.
   * @param changed is called after every change
   */
  constructor(
    target: Target,
    plan: Plan,
    instance: Instance,
    command: string | undefined,
    changed: () => void,
  ) {
    const { address, timeoutMs, metadata } = settings.value;
    this.target = target;
    this.plan = plan;
    this.address = wholeAddress(address);
    this.command = command;
    this.hasHeaders = Object.keys(metadata).length > 0;
    this.#changed = changed;
    const worker = new Worker(new URL("./load-worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<LoadNews>) => this.#hear(data);
    worker.onerror = () => {
      this.failures.push(codeMissing());
      this.#end();
    };
    const order = { ...target, ...plan, address: this.address, timeoutMs, metadata, instance };
    worker.postMessage(order satisfies LoadOrder);
  }

  /** The calls under way end, and the step that they are of is told as far as it came. */
  stop(why: Stop): void {
    if (this.isOver || this.stopped) return;
    this.stopped = why;
    this.#worker.postMessage("stop");
    this.#changed();
  }

  /** Whether what a step measured is the browser's own queue. */
  waitsInBrowser({ concurrency }: Pick<StepResult, "concurrency">): boolean {
    return this.protocol === "http/1.1" && concurrency > MOST_CONNECTIONS;
  }

  /** As the command `load --json` prints it. */
  toJSON(): object {
    const { version, ...whom } = this.target;
    const number = Number(version);
    const { address, protocol } = this;
    const exact = Number.isSafeInteger(number) ? number : version;
    const measured = { address, ...whom, version: exact, from: "browser", protocol } as const;
    return loadReport(measured, this.plan.limits, this.results);
  }

  #hear(said: LoadNews): void {
    switch (said.news) {
      case "protocol":
        this.protocol = said.protocol;
        break;
      case "calls":
        this.calls = said.calls;
        break;
      case "failure":
        this.failures.push(said.failure);
        noteFailure(said.failure);
        break;
      case "step":
        this.results.push(said.result);
        this.calls = 0;
        if (Object.keys(said.result.errors).length === 0) noteCall(undefined);
        break;
      case "over":
        this.#end();
        return;
    }
    this.#changed();
  }

  #end(): void {
    this.isOver = true;
    this.#worker.terminate();
    this.#changed();
  }
}

/** @param setting as it is written in the settings */
export function wholeAddress(setting: string): string {
  return new URL(proxyAddress(setting) || "/", location.origin).href.replace(/\/+$/, "");
}
