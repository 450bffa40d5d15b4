/** One worker for all image work of a page: started by the first job, ended when nothing was to do for a while. */

import { isBlob } from "../../tensor/index.ts";
import { foreignPixels } from "../canvas/canvas.ts";
import { checkCanvas } from "../canvas/spoilt-canvas.ts";
import { orAbort, throwIfAborted } from "../errors/abort.ts";
import { fromSentError, imageError } from "../errors/image-error.ts";
import { type ImageJob, type JobResults, runJob } from "./image-job.ts";
import type { JobAnswer, JobRequest } from "./image-worker.ts";
import { Slots } from "./job-slots.ts";
import { newWorker } from "./new-worker.ts";

/** Two: one is decoded while another's pixels are worked on. */
const JOBS_AT_A_TIME = 2;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class ImageThread {
  readonly #idleMs: number;
  readonly #slots = new Slots(JOBS_AT_A_TIME);
  readonly #waiting = new Map<number, Waiting>();
  /** The worker, starting or started; resolves to `undefined` where none can be started. */
  #worker: Promise<Worker | undefined> | undefined;
  /** The same once it runs, to be ended without a wait. */
  #running: Worker | undefined;
  #jobs = 0;
  #lastId = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param idleMs milliseconds without a job until the worker ends */
  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  /**
   * Does a job in the worker, or right here where there is none: inside a worker, without OffscreenCanvas, or when
   * the page's policy forbids it. A bitmap in the job is closed whatever happens.
   * @throws AbortError as soon as the signal fires; a job under way still keeps its slot until it ends
   */
  run<J extends ImageJob>(job: J, signal?: AbortSignal): Promise<JobResults[J["kind"]]> {
    return orAbort(this.#run(job, signal), signal);
  }

  async #run<J extends ImageJob>(job: J, signal: AbortSignal | undefined): Promise<JobResults[J["kind"]]> {
    this.#jobs++;
    clearTimeout(this.#idle);
    try {
      await this.#slots.take(signal);
      try {
        this.#worker ??= this.#start();
        const worker = await this.#worker;
        throwIfAborted(signal);
        if (!worker) return await runJob(job);
        try {
          return (await this.#ask(worker, job)) as JobResults[J["kind"]];
        } catch (error) {
          return await askPage(job, error);
        }
      } finally {
        this.#slots.give();
      }
    } finally {
      if ("close" in job.still) job.still.close(); // Of one that was handed over, nothing is left here.
      if (--this.#jobs === 0 && this.#running) this.#idle = setTimeout(() => this.#end(), this.#idleMs);
    }
  }

  async #start(): Promise<Worker | undefined> {
    const worker = await startWorker();
    if (worker) {
      worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => this.#answer(data);
      worker.onerror = (event) => this.#fail(event);
      worker.onmessageerror = (event) => this.#fail(event);
    }
    this.#running = worker;
    return worker;
  }

  #ask(worker: Worker, job: ImageJob): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      try {
        const request: JobRequest = { id, job };
        worker.postMessage(request, handedOver(job.still));
      } catch (error) {
        // Bitmaps with pixels of another origin may not leave the page's thread.
        this.#waiting.delete(id);
        reject(foreignPixels(error));
      }
    });
  }

  #answer(answer: JobAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("error" in answer) waiting?.reject(fromSentError(answer.error));
    else waiting?.resolve(answer.result);
  }

  /** The worker's own code caught nothing: its jobs fail, and the next one starts another worker. */
  #fail(event: Event): void {
    const reason = event instanceof ErrorEvent ? event.message : event.type;
    for (const { reject } of this.#waiting.values()) {
      reject(imageError("OperationError", `the image worker stopped (${reason}): try again`));
    }
    this.#waiting.clear();
    this.#end();
  }

  #end(): void {
    this.#running?.terminate();
    this.#running = undefined;
    this.#worker = undefined;
  }
}

/**
 * A browser that keeps pixels from the worker asks people only when the page itself reads some; what it then allows, it
 * may allow the page alone.
 */
async function askPage<J extends ImageJob>(job: J, error: unknown): Promise<JobResults[J["kind"]]> {
  if ((error as Error).name !== "NotAllowedError") throw error;
  checkCanvas();
  if (!isBlob(job.still)) throw error; // It was handed over.
  return runJob(job);
}

/** What the worker gets as its own, without a copy. */
function handedOver(still: ImageJob["still"]): Transferable[] {
  if (isBlob(still)) return [];
  return ["data" in still ? (still.data.buffer as ArrayBuffer) : still];
}

/** A worker that has said it is ready; `undefined` where none can be started. */
async function startWorker(): Promise<Worker | undefined> {
  const onMainThread = typeof document !== "undefined";
  if (!onMainThread || typeof Worker !== "function" || typeof OffscreenCanvas !== "function")
    return undefined;
  try {
    const worker = newWorker();
    const ready = await new Promise<boolean>((resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = () => resolve(false); // Forbidden by the page's policy, or not to be loaded.
    });
    if (ready) return worker;
    worker.terminate();
  } catch {
    // Some browsers throw where a policy forbids the worker.
  }
  return undefined;
}
