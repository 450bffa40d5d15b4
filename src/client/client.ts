/** A servable's method behind a proxy, to be called from a page. */

import {
  type CheckInstance,
  encodeInstances,
  encodeRequest,
  type Instance,
  type Instances,
  type Outputs,
  PREDICT_PATH,
  type PredictReply,
  type PredictRequest,
  type ServableSpec,
  Status,
} from "../wire/index.ts";
import { callError } from "./errors/errors.ts";
import type { ManySource } from "./many/batches.ts";
import { type InferManyOptions, type InferManyRun, inferMany } from "./many/infer-many.ts";
import { checkMetadata } from "./metadata/metadata.ts";
import { withMetadata } from "./metadata/with-metadata.ts";
import { resolveAddress } from "./options/address.ts";
import { readArguments } from "./options/arguments.ts";
import {
  type CallOptions,
  type ClientOptions,
  checkTimeout,
  type ResolvedOptions,
  resolveOptions,
} from "./options/options.ts";
import { RetryBudget } from "./retry/budget.ts";
import { retrying } from "./retry/retrying.ts";
import { answers, failuresAsValues } from "./serving/answers.ts";
import type { InferResult } from "./serving/outcome.ts";
import { type ProbeResult, probe, probeWithKnown } from "./serving/probe.ts";
import { askingOldReleases, formOf } from "./serving/release.ts";
import { abortError } from "./transport/abort.ts";
import { type Call, type Interceptor, intercepted, type Send } from "./transport/call.ts";
import { callSignal, Deadline } from "./transport/deadline.ts";
import { throughGrpcWeb } from "./transport/grpc-web.ts";
import { grpcWebTransport } from "./transport/grpc-web-transport.ts";
import { checkPlatform } from "./transport/platform.ts";
import { predictArrayCodec, predictCodec, RequestTooLarge, withoutBlobs } from "./transport/predict.ts";
import { ownTransport } from "./transport/send.ts";
import type { InputsOf, OutputsOf, ServableMethod } from "./typed/servable-method.ts";

/** Enough for any server that answers at all: nothing that is asked waits for a model. */
const PROBE_TIMEOUT_MS = 10_000;

/** How much longer than one call a client goes on trying while not one of its calls is answered. */
const OUTAGE_CALLS = 3;

/** What a client keeps to itself. */
interface Own {
  options: ResolvedOptions;
  /** The method's, where it has one. */
  check: CheckInstance | undefined;
  /** One try of a call, as the caller's interceptors see it. */
  once: Send;
  /** A call, with all its tries, to its result, given what makes one try. */
  result: (once: Send) => Send<PredictRequest, InferResult>;
}

/**
 * Calls one method of a servable.
 *
 * ```ts
 * const client = new Client("http://localhost:8080", "add", "add_common");
 * const result = await client.infer({ x1: tensor([[1, 1], [1, 1]]), x2: tensor([[1, 1], [1, 1]]) });
 * if (isError(result)) console.error(result.error, result.hint.en);
 * ```
 */
export class Client<In extends InputsOf<In> = Instance, Out extends OutputsOf<Out> = Outputs> {
  /** The proxy's address, without a slash at its end. */
  readonly address: string;
  /** Name of the servable. */
  readonly servable: string;
  /** Name of its method. */
  readonly method: string;
  /**
   * A function, and no `#private` members: a framework's Proxy of this client has none, and would wrap an object. Not
   * enumerable, since metadata holds tokens.
   * @internal
   */
  declare private readonly own: () => Own;

  /**
   * @param address the proxy's, not Serving's own: `"http://localhost:8080"`; `""` is the page's own origin
   * @throws TypeError or RangeError for an invalid address or option
   */
  constructor(address: string, servable: string, method: string, options?: ClientOptions);
  /** Of a method that knows its inputs and outputs: see {@link ServableMethod}. */
  constructor(address: string, method: ServableMethod<In, Out>, options?: ClientOptions);
  /** The Python client's older order: host and port apart. */
  constructor(host: string, port: number, servable: string, method: string, options?: ClientOptions);
  constructor(...args: unknown[]) {
    const { address, servable, method, check, options } = readArguments(args);
    this.address = resolveAddress(address);
    this.servable = servable;
    this.method = method;
    const resolved = resolveOptions(options);
    const { retry, release } = resolved;
    const once = intercepted(
      resolved.interceptors.map(
        (one): Interceptor => (typeof one === "function" ? one : throughGrpcWeb(PREDICT_PATH, one)),
      ),
      transport(resolved),
    );
    const asking = release === "auto" ? [askingOldReleases(this.address)] : [];
    const budget = new RetryBudget(OUTAGE_CALLS * (retry?.totalMs ?? 0));
    const again = retry ? [retrying(retry, budget)] : [];
    const result: Own["result"] = (once) =>
      intercepted(again, answers({ address: this.address, release }, intercepted(asking, once)));
    const own: Own = { options: resolved, check, once, result };
    Object.defineProperty(this, "own", { value: () => own });
  }

  /**
   * Sends instances in one call and gives one outcome for each, in order. What fails on the far side is a value,
   * not an exception: `{ error, … }` in an instance's place, or instead of the list when the whole call failed;
   * see {@link isError} and {@link unwrap}. Typed arrays are sent from where they are: leave them as they are until
   * the call has ended.
   *
   * @param instances one instance (inputs by name) or any iterable of them
   * @throws TypeError or RangeError when an instance can't be sent, naming it, the input and what to do
   * @throws DOMException `AbortError` when `signal` ended the call
   */
  async infer(instances: Instances<In>, options: CallOptions = {}): Promise<InferResult<Out>> {
    return this.calling(options, this.own().options.timeoutMs, async (call, once) => {
      const encoded = encodeInstances(instances as Instances, this.own().check);
      const message = { spec: this.spec(), instances: encoded };
      return (await this.own().result(once)({ ...call, message })).message as InferResult<Out>;
    });
  }

  /**
   * Sends any number of instances in batches, a few calls at a time, and gives outcomes as they come, not in order,
   * each with its index. An error that hits a whole batch is told apart from its neighbours by sending parts of the
   * batch again, so one bad image costs only itself; for one that hits a part of it there is `retryAlone`.
   *
   * @param source instances or {@link ManyItem}s; an async generator is asked for the next one only when there is room
   * @throws DOMException `AbortError` when `signal` ended it; outcomes given before stay good
   */
  inferMany(source: ManySource<In>, options: InferManyOptions = {}): InferManyRun<Out> {
    const requestBytes = () => {
      const { instancesFields } = formOf(this.own().options.release, this.address);
      const spec = encodeRequest({ spec: this.spec(), instances: [] }, instancesFields).length;
      return Math.floor((this.own().options.maxRequestBytes - spec) / instancesFields.length);
    };
    const { timeoutMs, metadata, retryAlone = this.own().options.retry !== undefined } = options;
    const perCall = {
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(metadata !== undefined && { metadata }),
    };
    return inferMany(
      source as ManySource,
      { ...options, retryAlone, requestBytes, check: this.own().check },
      async (instances, signal, onProgress) => {
        const own = { ...perCall, signal, ...(onProgress && { onProgress }) };
        return this.calling(own, this.own().options.timeoutMs, async (call, once) => {
          try {
            const message = { spec: this.spec(), instances };
            return (await this.own().result(once)({ ...call, message })).message;
          } catch (error) {
            // A server that turns out to be of an old release is sent instances twice, for which there may be no room.
            if (!(error instanceof RequestTooLarge)) throw error;
            return callError("too-large", Status.RESOURCE_EXHAUSTED, error.message);
          }
        });
      },
    ) as InferManyRun<Out>;
  }

  /**
   * Finds out, without running the model, what is up: proxy, Serving, release, servable, method, and the names of
   * the method's inputs. Makes three calls and one for each input; never rejects for what it finds. That a worker of
   * the servable is alive it can't see.
   *
   * @throws DOMException `AbortError` when `signal` ended it
   */
  async probe(options: Pick<CallOptions, "signal" | "timeoutMs" | "metadata"> = {}): Promise<ProbeResult> {
    return this.calling(options, this.own().options.timeoutMs ?? PROBE_TIMEOUT_MS, async (call, once) => {
      const ask = failuresAsValues(once);
      const found = await probe(this.spec(), async (spec, instances, instancesFields) => {
        const form = { ...call.form, instancesFields };
        return (await ask({ ...call, form, isProbe: true, message: { spec, instances } })).message;
      });
      return probeWithKnown(this.address, this.spec(), found);
    });
  }

  /** @internal */
  private spec(): ServableSpec {
    return { name: this.servable, method: this.method, version: this.own().options.version };
  }

  /**
   * What holds for all that is asked in one call of a caller's: headers, signal, deadline, progress.
   * @param timeoutMs unless the options have one
   * @internal
   */
  private async calling<T>(
    { signal, onProgress, ...options }: CallOptions,
    timeoutMs: number | undefined,
    make: (call: Omit<Call, "message">, once: Send) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw abortError(signal.reason);
    checkPlatform();
    const { metadata, refreshMetadata, release } = this.own().options;
    const sources = [metadata, checkMetadata(options.metadata)];
    const asked = sources.some((source) => typeof source === "function");
    const once = asked ? withMetadata(sources, refreshMetadata)(this.own().once) : this.own().once;
    const deadline = deadlineIn(checkTimeout(options.timeoutMs) ?? timeoutMs);
    const own = callSignal(signal, deadline?.timeoutMs);
    const call = {
      url: this.address + PREDICT_PATH,
      headers: asked ? {} : Object.assign({}, ...sources),
      signal: own.signal,
      deadline,
      onProgress,
      form: formOf(release, this.address),
    };
    try {
      return await make(call, once);
    } catch (error) {
      throw signal?.aborted ? abortError(signal.reason) : error;
    } finally {
      own.dispose();
    }
  }
}

function transport({ transport, maxRequestBytes, ...options }: ResolvedOptions): Send {
  if (transport === "grpc-web") {
    return withoutBlobs(grpcWebTransport(PREDICT_PATH, predictArrayCodec(maxRequestBytes), options));
  }
  const own: Send<PredictRequest, PredictReply> = ownTransport(options, predictCodec(maxRequestBytes));
  return throughGrpcWeb<PredictRequest, PredictReply>(PREDICT_PATH)(own);
}

function deadlineIn(timeoutMs = Number.POSITIVE_INFINITY): Deadline | undefined {
  return timeoutMs === Number.POSITIVE_INFINITY ? undefined : new Deadline(timeoutMs);
}
