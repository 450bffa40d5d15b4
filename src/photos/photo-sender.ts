/** Which photos wait, which are being sent, and why sending has stopped. */

import type { Outcome } from "../client/index.ts";
import { codeMissing, type Failure, failureOf, type Notice, thrownFailure } from "../failures/index.ts";
import { type ClientLibrary, loadClient } from "../library/index.ts";
import { BROKEN_REPLIES, type Halt } from "./halt.ts";
import { labelsOf } from "./labels.ts";
import { learnInput } from "./learned-input.ts";
import { DEFAULT_LIMITS, type PhotoQueueOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import type { Photo } from "./photo.ts";
import { PhotoError } from "./photo-error.ts";
import type { PhotoList } from "./photo-list.ts";
import { PhotoRun, type RunMeans, type Sent } from "./photo-run.ts";
import { prepare } from "./prepare.ts";
import { Recovery } from "./recovery.ts";

export class PhotoSender {
  readonly pace = new Pace();
  halt: Halt | undefined;
  paused = false;

  readonly #list: PhotoList;
  readonly #options: PhotoQueueOptions;
  readonly #recovery: Recovery;
  /** Ids of those that wait, in order: first those that were on their way already. */
  readonly #again = new Set<number>();
  readonly #waiting = new Set<number>();
  /** In which run a photo is that is on its way. */
  readonly #runs = new Map<number, PhotoRun>();
  /** The run that takes photos. */
  #run: PhotoRun | undefined;
  #library: ClientLibrary | undefined;
  /** Those who wait for a change. */
  #waiters: (() => void)[] = [];
  /** Ids of the photos whose replies were broken, since the last good one. */
  #broken: number[] = [];

  constructor(list: PhotoList, options: PhotoQueueOptions) {
    this.#list = list;
    this.#options = options;
    this.#recovery = new Recovery(options.isBack ?? (() => true), () => this.resume());
  }

  /** Puts a photo at the end of the queue. Call {@link proceed} afterwards. */
  wait(id: number): void {
    this.#waiting.add(id);
  }

  /** The photo was cancelled or removed. Call {@link proceed} afterwards. */
  leave(id: number): void {
    this.#again.delete(id);
    this.#waiting.delete(id);
    this.#runs.get(id)?.leave(id);
    this.#runs.delete(id);
  }

  pause(): void {
    this.paused = true;
    this.proceed();
  }

  resume(): void {
    this.paused = false;
    this.halt = undefined;
    this.#broken = [];
    this.proceed();
  }

  renew(): void {
    this.#run = undefined;
    this.proceed();
  }

  /** After every change: starts a run where one is needed, or lets the one under way find out. */
  proceed(): void {
    const mayGo = !this.halt && !this.paused;
    for (const run of new Set([...this.#runs.values(), this.#run])) {
      if (mayGo) run?.resume();
      else run?.pause();
    }
    if (mayGo && !this.#run && this.#again.size + this.#waiting.size > 0) void this.#start();
    if (this.#runs.size === 0) this.pace.stop();
    this.#recovery.waiting(this.halt?.passing === true && !this.#failsAll() && this.#list.tally.open > 0);
    for (const wake of this.#waiters.splice(0)) wake();
    this.#options.onChange?.();
  }

  async #start(): Promise<void> {
    const run = new PhotoRun({
      take: (one) => this.#take(one),
      isOver: (one) => one !== this.#run || one.open.length === 0,
      changed: () => new Promise((wake) => this.#waiters.push(wake)),
      prepare: (photo, signal) => this.#prepare(photo, signal),
      moved: (id, state) => {
        this.#list.set(id, state);
        this.#options.onChange?.();
      },
      answered: (id, outcome, sent) => this.#answered(id, outcome, sent),
    });
    this.#run = run;
    let failure: Failure | undefined;
    try {
      await run.run(await this.#means());
    } catch (error) {
      failure = failureThrown(error);
    }
    if (this.#run === run) this.#run = undefined;
    if (failure) this.#broke(run, failure);
    this.proceed();
  }

  /** @throws PhotoError, or whatever the queue's owner throws */
  async #means(): Promise<RunMeans> {
    const { client: find, input = () => "image", limits } = this.#options;
    try {
      this.#library ??= await loadClient();
    } catch (cause) {
      throw new PhotoError(codeMissing(), { cause });
    }
    const client = await find();
    return {
      client,
      library: this.#library,
      limits: { ...DEFAULT_LIMITS, ...limits?.() },
      input: input() || (await learnInput(client)),
    };
  }

  #take(run: PhotoRun): Photo | undefined {
    if (run !== this.#run || this.halt || this.paused) return undefined;
    const [id] = this.#again.size > 0 ? this.#again : this.#waiting;
    if (id === undefined) return undefined;
    this.#again.delete(id);
    this.#waiting.delete(id);
    this.#runs.set(id, run);
    this.pace.start(performance.now());
    return this.#list.photos.get(id)!;
  }

  async #prepare({ id, file, notice }: Photo, signal: AbortSignal): Promise<Blob | undefined> {
    const { prepare: own, maxSide } = this.#options;
    if (notice) this.#list.note(id, undefined); // Of the last time.
    const note = (said: Notice) => signal.aborted || this.#list.note(id, said);
    try {
      return await (own ? own(file, signal) : prepare(file, signal, maxSide?.(), note));
    } catch (error) {
      if (signal.aborted) return undefined;
      const failure = failureThrown(error);
      this.#runs.delete(id);
      if (failure.scope === "call") this.#stop(failure, false);
      this.#list.set(id, { name: "failed", failure, withWholeCall: failure.scope === "call" });
      this.proceed();
      return undefined;
    }
  }

  #answered(id: number, outcome: Outcome, sent: Sent): void {
    const { isError, errorKinds } = this.#library!;
    this.#runs.delete(id);
    if (!isError(outcome)) {
      this.#broken = [];
      this.#recovery.worked();
      this.#list.set(id, { name: "done", outputs: outcome, labels: labelsOf(outcome), ...sent });
      this.proceed();
      return;
    }
    const { scope, passes } = errorKinds[outcome.kind];
    // A call that failed as a whole over what one photo carried is that photo's failure.
    const failure: Failure = { ...failureOf(outcome, this.#library!), scope };
    const isCalls = scope === "call";
    this.#broken = outcome.kind === "protocol" ? [...this.#broken, id] : [];
    if (isCalls) this.#stop(failure, passes !== "no");
    if (isCalls && passes !== "no" && !this.#failsAll()) {
      this.#again.add(id);
      this.#list.set(id, { name: "waiting" });
    } else {
      this.#list.set(id, { name: "failed", failure, withWholeCall: isCalls });
    }
    if (this.#broken.length >= BROKEN_REPLIES) this.#withoutFault(failure);
    this.proceed();
  }

  /** What answers is broken: the photos that met it in a row are without fault, and it is told once. */
  #withoutFault(failure: Failure): void {
    if (!this.halt) this.#stop(failure, false);
    for (const id of this.#broken) {
      const state = this.#list.photos.get(id)?.state;
      if (state?.name === "failed") this.#list.set(id, { ...state, withWholeCall: true });
    }
  }

  /** A run has ended before its time: its photos, or the next one where it had none yet, fail with it. */
  #broke(run: PhotoRun, failure: Failure): void {
    const [next] = this.#again.size > 0 ? this.#again : this.#waiting;
    const lost = run.open.length > 0 ? run.open : next === undefined ? [] : [next];
    this.#stop(failure, false);
    this.#failWith(lost, failure);
  }

  /** No further call is made. Photos in a call continue; the others wait, or fail with it. */
  #stop(failure: Failure, passing: boolean): void {
    this.halt = { failure, passing };
    if (!this.#failsAll()) return;
    const unsent = [...new Set(this.#runs.values())].flatMap((run) => run.unsent);
    this.#failWith([...unsent, ...this.#again, ...this.#waiting], failure);
  }

  #failsAll(): boolean {
    return this.#options.onPassing?.() === "fail";
  }

  #failWith(ids: readonly number[], failure: Failure): void {
    for (const id of ids) {
      this.leave(id);
      this.#list.set(id, { name: "failed", failure, withWholeCall: true });
    }
  }
}

function failureThrown(error: unknown): Failure {
  return error instanceof PhotoError ? error.failure : thrownFailure(error);
}
