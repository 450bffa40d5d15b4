/** A servable's method behind a proxy, to be called from a page. */

import { GrpcWebClientBase, type UnaryInterceptor } from "grpc-web";
import { describe } from "../tensor/element.ts";
import { isWellFormed } from "../wire/input.ts";
import type { InstanceMessage, PredictReply, ServableSpec } from "../wire/message.ts";
import { encodeRequest } from "../wire/request.ts";
import { PREDICT_PATH } from "../wire/schema.ts";
import { Status } from "../wire/status.ts";
import { resolveAddress } from "./address.ts";
import { type CallError, callError } from "./errors.ts";
import { type IndexedOutcome, type InferManyOptions, inferMany } from "./infer-many.ts";
import { encodeInstances, type Instance, type Instances } from "./instance.ts";
import { withKnown } from "./known.ts";
import {
  type CallOptions,
  type ClientOptions,
  checkMetadata,
  checkTimeout,
  type ResolvedOptions,
  resolveOptions,
} from "./options.ts";
import { type InferResult, toResult } from "./outcome.ts";
import { type ProbeResult, probe, probeWithKnown } from "./probe.ts";
import { hasEmptyData, instancesFields, rememberOld, sawNoInstances } from "./release.ts";
import { settleCall, type Tried } from "./settle-call.ts";
import { CallFailure, isRpcError } from "./transport/call-failure.ts";
import { callSignal, Deadline } from "./transport/deadline.ts";
import { type OutgoingRequest, PREDICT, predictCodec, RequestTooLarge } from "./transport/predict.ts";
import type { OnProgress } from "./transport/progress.ts";
import { kindOfStatus } from "./transport/reply-head.ts";
import { RetryBudget } from "./transport/retry-budget.ts";
import { type CallContext, terminalInterceptor } from "./transport/terminal-interceptor.ts";
import { abortError } from "./transport/unary.ts";
import { unreadablePart } from "./transport/unreadable.ts";

/** grpc-web 2.1.1 takes call options as a fifth argument that its types lack. */
type UnaryCall = (
  url: string,
  request: OutgoingRequest,
  metadata: Record<string, string>,
  method: typeof PREDICT,
  options: { signal?: AbortSignal | undefined },
) => Promise<PredictReply>;

/** Enough for any server that answers at all: nothing that is asked waits for a model. */
const PROBE_TIMEOUT_MS = 10_000;

/** How much longer than one call a client goes on trying while not one of its calls is answered. */
const OUTAGE_CALLS = 3;

/** What holds for all tries of a call. */
interface CallLimits {
  signal: AbortSignal | undefined;
  deadline: Deadline | undefined;
  onProgress: OnProgress | undefined;
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
export class Client {
  /** The proxy's address, without a slash at its end. */
  readonly address: string;
  /** Name of the servable. */
  readonly servable: string;
  /** Name of its method. */
  readonly method: string;
  readonly #options: ResolvedOptions;
  readonly #grpc: GrpcWebClientBase;
  readonly #budget: RetryBudget;
  readonly #contexts = new WeakMap<OutgoingRequest, CallContext>();

  /**
   * @param address the proxy's, not Serving's own: `"http://localhost:8080"`; `""` is the page's own origin
   * @throws TypeError or RangeError for an address or option that can't be meant
   */
  constructor(address: string, servable: string, method: string, options?: ClientOptions);
  /** The Python client's older order: host and port apart. */
  constructor(host: string, port: number, servable: string, method: string, options?: ClientOptions);
  constructor(...args: unknown[]) {
    const withPort = typeof args[1] === "number";
    const [address, servable, method, options = {}] = withPort
      ? [`${String(args[0]).replace(/\/+$/, "")}:${args[1]}`, ...args.slice(2)]
      : args;
    this.address = resolveAddress(address as string);
    this.servable = checkName("servable", servable);
    this.method = checkName("method", method);
    if (typeof options !== "object" || options === null) {
      throw new TypeError(`options are ${describe(options)}: give an object, as the last argument`);
    }
    this.#options = resolveOptions(options as ClientOptions);
    this.#budget = new RetryBudget(OUTAGE_CALLS * (this.#options.retry?.totalMs ?? 0));
    // grpc-web runs this array from its end: ours, nearest the wire, comes first, the caller's follow reversed.
    const interceptors = [...this.#options.interceptors].reverse() as UnaryInterceptor<unknown, unknown>[];
    if (this.#options.transport === "fetch") {
      const terminal = terminalInterceptor(
        { address: this.address, ...this.#options },
        predictCodec(),
        this.#contexts,
      );
      interceptors.unshift(terminal as UnaryInterceptor<unknown, unknown>);
    }
    this.#grpc = new GrpcWebClientBase({
      format: "binary",
      withCredentials: this.#options.credentials === "include",
      unaryInterceptors: interceptors,
      maxReceiveMessageSize: this.#options.maxReplyBytes,
    });
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
  async infer(instances: Instances, options: CallOptions = {}): Promise<InferResult> {
    if (options.signal?.aborted) throw abortError(options.signal.reason);
    return this.#send(encodeInstances(instances), options);
  }

  /**
   * Sends any number of instances in batches, a few calls at a time, and gives outcomes as they come, not in order,
   * each with its index. An error that hits a whole batch is told apart from its neighbours by sending parts of the
   * batch again, so one bad image costs only itself; for one that hits a part of it there is `retryAlone`.
   *
   * @param source instances; an async generator is asked for the next one only when there is room
   * @throws DOMException `AbortError` when `signal` ended it; outcomes given before stay good
   */
  inferMany(
    source: Iterable<Instance> | AsyncIterable<Instance>,
    options: InferManyOptions = {},
  ): AsyncGenerator<IndexedOutcome, void, undefined> {
    const requestBytes = () => {
      const fields = instancesFields(this.#options.release, this.address);
      const spec = encodeRequest({ spec: this.#spec(), instances: [] }, fields).length;
      return Math.floor((this.#options.maxRequestBytes - spec) / fields.length);
    };
    const { onProgress: _, retryAlone = this.#options.retry !== undefined, ...call } = options;
    return inferMany(source, { ...options, retryAlone, requestBytes }, async (messages, signal) => {
      try {
        return await this.#send(messages, { ...call, signal });
      } catch (error) {
        // A server that turns out to be of an old release is sent instances twice, for which there may be no room.
        if (!(error instanceof RequestTooLarge)) throw error;
        return callError("too-large", Status.RESOURCE_EXHAUSTED, error.message);
      }
    });
  }

  /**
   * Finds out, without running the model, what is up: proxy, Serving, release, servable, method, and the names of
   * the method's inputs. Makes three calls and one for each input; never rejects for what it finds. That a worker of
   * the servable is alive it can't see.
   *
   * @throws DOMException `AbortError` when `signal` ended it
   */
  async probe(options: Pick<CallOptions, "signal" | "timeoutMs" | "metadata"> = {}): Promise<ProbeResult> {
    const { signal } = options;
    if (signal?.aborted) throw abortError(signal.reason);
    const metadata = { ...this.#options.metadata, ...checkMetadata(options.metadata) };
    const timeoutMs = checkTimeout(options.timeoutMs) ?? this.#options.timeoutMs ?? PROBE_TIMEOUT_MS;
    const call: CallLimits = { signal, deadline: deadlineIn(timeoutMs), onProgress: undefined };
    try {
      const found = await probe(this.#spec(), async (spec, instances, fields) => {
        try {
          return await this.#predict(instances, metadata, call, spec, fields);
        } catch (error) {
          return this.#failure(error, call.signal).result;
        }
      });
      return probeWithKnown(this.address, this.#spec(), found);
    } catch (error) {
      throw signal?.aborted ? abortError(signal.reason) : error;
    }
  }

  async #send(messages: InstanceMessage[], options: CallOptions): Promise<InferResult> {
    const { signal, onProgress } = options;
    const metadata = { ...this.#options.metadata, ...checkMetadata(options.metadata) };
    const deadline = deadlineIn(checkTimeout(options.timeoutMs) ?? this.#options.timeoutMs);
    const send = (open: InstanceMessage[]) => this.#try(open, metadata, { signal, deadline, onProgress });
    const { retry: policy } = this.#options;
    try {
      if (!policy) return (await send(messages)).result;
      return await settleCall(messages, { policy, budget: this.#budget, deadline, signal }, send);
    } catch (error) {
      throw signal?.aborted ? abortError(signal.reason) : error;
    }
  }

  /** One try of a call; two requests when the server turns out to be of an old release. */
  async #try(
    messages: InstanceMessage[],
    metadata: Record<string, string>,
    call: CallLimits,
  ): Promise<Tried> {
    try {
      if (this.#options.transport === "grpc-web") await readBlobs(messages);
      let reply = await this.#predict(messages, metadata, call);
      if (this.#options.release === "auto" && sawNoInstances(reply)) {
        rememberOld(this.address);
        reply = await this.#predict(messages, metadata, call);
      }
      const result = toResult(reply, this.#options.release, messages.length);
      return { result: withKnown(this.address, this.#spec(), result) };
    } catch (error) {
      return this.#failure(error, call.signal);
    }
  }

  /** A failed call as a value; an abort, or what is no failed call at all, is thrown on. */
  #failure(error: unknown, signal?: AbortSignal): { result: CallError; retryAfter?: string | undefined } {
    if (signal?.aborted || !isRpcError(error)) throw error;
    // An `RpcError` of another class is from grpc-web's own transport, or made by an interceptor of the caller's.
    const kind = error instanceof CallFailure ? error.kind : kindOfStatus(error.code, error.message);
    const result = callError(kind, error.code, error.message, error.cause);
    return { result, retryAfter: error.metadata?.["retry-after"] };
  }

  #spec(): ServableSpec {
    return { name: this.servable, method: this.method, version: this.#options.version };
  }

  async #predict(
    instances: InstanceMessage[],
    metadata: Record<string, string>,
    { signal, deadline, onProgress }: CallLimits,
    spec = this.#spec(),
    fields = instancesFields(this.#options.release, this.address),
  ): Promise<PredictReply> {
    const request: OutgoingRequest = {
      spec,
      instances,
      instancesFields: fields,
      emptyData: hasEmptyData(this.#options.release, this.address),
      maxBytes: this.#options.maxRequestBytes,
    };
    this.#contexts.set(request, { signal, deadline, onProgress });
    const headers = { ...metadata };
    // grpc-web's own transport takes its deadline, a point in time, from the metadata.
    if (this.#options.transport === "grpc-web" && deadline) {
      headers.deadline = String(Date.now() + deadline.leftMs());
    }
    const unaryCall = this.#grpc.unaryCall as unknown as UnaryCall;
    // grpc-web's own transport never takes its listener off a signal, so each call has one of its own.
    const own = callSignal(signal);
    try {
      return await unaryCall.call(this.#grpc, this.address + PREDICT_PATH, request, headers, PREDICT, {
        signal: own.signal,
      });
    } finally {
      own.dispose();
    }
  }
}

function deadlineIn(timeoutMs = Number.POSITIVE_INFINITY): Deadline | undefined {
  return timeoutMs === Number.POSITIVE_INFINITY ? undefined : new Deadline(timeoutMs);
}

function checkName(what: string, name: unknown): string {
  if (typeof name === "string" && name !== "" && isWellFormed(name)) return name;
  throw new TypeError(`the ${what} is ${describe(name)}: give its name`);
}

/** grpc-web's own transport sends one array: Blobs are read into memory for it. */
async function readBlobs(instances: InstanceMessage[]): Promise<void> {
  for (const instance of instances) {
    for (const tensor of instance.values()) {
      const { bytesVal } = tensor;
      const read = bytesVal.map(async (value) =>
        value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : value,
      );
      try {
        tensor.bytesVal = await Promise.all(read);
      } catch (cause) {
        throw (await unreadablePart(bytesVal, cause)) ?? cause;
      }
    }
  }
}
