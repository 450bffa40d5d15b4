import { Worker } from "node:worker_threads";
import type { RunReply, RunRequest, ThreadReady, ThreadStart } from "./messages.ts";
import type { ImageInput } from "./signature.ts";
import type { TopClasses } from "./top-classes.ts";

interface Pending {
  resolve(top: TopClasses[]): void;
  reject(error: Error): void;
}

/** The model in its own thread, seen from the server's side: runs are queued and identified by id. */
export class ModelThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #ended: Error | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (reply: RunReply) => this.#settle(reply));
    worker.on("error", (error) => this.#end(new Error(`The model thread crashed: ${error.message}`)));
    worker.on("exit", (code) => this.#end(new Error(`The model thread ended with exit code ${code}.`)));
    worker.unref();
  }

  /** Starts the thread and waits until the model is loaded and warm. */
  static async start(start: ThreadStart): Promise<{ thread: ModelThread; input: ImageInput }> {
    const worker = new Worker(new URL("./model-thread.mjs", import.meta.url), {
      workerData: start,
      // None inherited: the entry brings its own loader, a second one would only cost start time.
      execArgv: [],
    });
    const first = await firstMessage(worker);
    if ("failed" in first) {
      await worker.terminate();
      throw new Error(first.failed);
    }
    return { thread: new ModelThread(worker), input: first.ready };
  }

  /** Why the thread takes no more runs: it was closed or it crashed. Undefined while it lives. */
  get ended(): Error | undefined {
    return this.#ended;
  }

  /**
   * One model run.
   *
   * @param values float32 RGB in [0, 1], shape (batch, height, width, 3). Its buffer is handed over and unusable after.
   * @throws Error if the run fails, the thread crashes or `close` is called.
   */
  run(values: Float32Array<ArrayBuffer>): Promise<TopClasses[]> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      // An idle thread must not keep the process alive, a pending run must.
      this.#worker.ref();
      this.#worker.postMessage({ id, values } satisfies RunRequest, [values.buffer]);
    });
  }

  /** Ends the thread; pending and later runs are rejected. */
  async close(): Promise<void> {
    this.#end(new Error("The classifier was closed."));
    await this.#worker.terminate();
  }

  #settle(reply: RunReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ("top" in reply) pending?.resolve(reply.top);
    else pending?.reject(new Error(`The model run failed: ${reply.error}`));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }
}

function firstMessage(worker: Worker): Promise<ThreadReady> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", (error) => reject(new Error(`The model thread did not start: ${error.message}`)));
    worker.once("exit", (code) => reject(new Error(`The model thread ended with exit code ${code}.`)));
  });
}
