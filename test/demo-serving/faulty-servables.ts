/** Servables that fail as real ones do: one whose last worker dies, and one that fails for a batch at a time. */

import { rulesOf } from "../../src/demo-serving/protocol/release.ts";
import type { Method, Outcome, Servable } from "../../src/demo-serving/protocol/servable.ts";
import { fromPython } from "../../src/demo-serving/python/python-value.ts";
import { predictHandler } from "../../src/demo-serving/service.ts";
import type { InstanceMessage } from "../../src/wire/message.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { startBridge } from "../bridge/parts.ts";

/** Serves them as a Serving of the release does, behind a bridge, until the test ends. @returns the bridge's address */
export async function serveServables(servables: readonly Servable[], release = "2.0"): Promise<string> {
  const worker = await startWorker(predictHandler(servables, rulesOf(release), 2 ** 20));
  return (await startBridge(worker.address)).url;
}

const textOf = (instance: InstanceMessage): string =>
  new TextDecoder().decode(instance.get("n")!.bytesVal[0] as Uint8Array);

const echo = (text: string): Outcome => new Map([["n", fromPython(text)]]);

/** `mortal.echo`, n: a text → the same text. */
export class MortalServable implements Servable {
  readonly name = "mortal";
  readonly versions = [1n];
  readonly methods = new Map<string, Method>([
    [
      "echo",
      { inputs: ["n"], run: (instances) => Promise.all(instances.map((one) => this.#run(textOf(one)))) },
    ],
  ]);
  /** Every instance that a worker has begun, in order. */
  readonly begun: string[] = [];
  /** Whether instances are under way until the worker dies, those aside whose text begins with "quick". */
  hold = false;
  #alive = true;
  #die = () => {};
  #death = Promise.resolve();

  constructor() {
    this.start();
  }

  readonly isAlive = () => this.#alive;

  start(): void {
    this.#alive = true;
    this.#death = new Promise((die) => {
      this.#die = die;
    });
  }

  /** What is under way is lost; the next worker holds nothing. */
  kill(): void {
    this.#alive = false;
    this.hold = false;
    this.#die();
  }

  async #run(text: string): Promise<Outcome> {
    this.begun.push(text);
    if (!this.hold || text.startsWith("quick")) return echo(text);
    await this.#death;
    return { failed: "death" };
  }
}

/**
 * `batching.echo`, n: a text → the same text. As a stage with a `batch_size` whose function returns a list: the
 * instances of all callers stand in one line, and one that begins with "bad" fails its whole batch.
 */
export class BatchingServable implements Servable {
  readonly name = "batching";
  readonly versions = [1n];
  readonly methods = new Map<string, Method>([
    ["echo", { inputs: ["n"], run: (instances) => this.#run(instances) }],
  ]);
  /** The texts of each batch. */
  readonly batches: string[][] = [];
  /** The number of instances of each call. */
  readonly calls: number[] = [];
  /** Set, the next batches wait until so many instances stand in line. */
  gather = 0;
  readonly #size: number;
  readonly #line: { text: string; settle: (outcome: Outcome) => void }[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  #run(instances: readonly InstanceMessage[]): Promise<Outcome[]> {
    this.calls.push(instances.length);
    const outcomes = instances.map(
      (one) => new Promise<Outcome>((settle) => this.#line.push({ text: textOf(one), settle })),
    );
    if (this.#line.length >= this.gather) {
      this.gather = 0;
      while (this.#line.length > 0) this.#runBatch();
    }
    return Promise.all(outcomes);
  }

  #runBatch(): void {
    const batch = this.#line.splice(0, this.#size);
    this.batches.push(batch.map(({ text }) => text));
    const bad = batch.find(({ text }) => text.startsWith("bad"));
    for (const { text, settle } of batch) {
      settle(
        bad
          ? { failed: "function", function: "echo_all", phase: "Preprocess", stage: 1, text: bad.text }
          : echo(text),
      );
    }
  }
}
