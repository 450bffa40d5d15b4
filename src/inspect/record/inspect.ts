/** The interceptor that records calls. */

import {
  type Call,
  type ErrorKind,
  type Interceptor,
  kindOfServing,
  type Metadata,
  type PredictReply,
  type Reply,
} from "../../client/index.ts";
import { BINARY_TYPE, X_GRPC_WEB } from "../../wire/index.ts";
import { awaitQueueTime } from "./browser-queue.ts";
import type { InspectedCall, InspectedError } from "./inspected-call.ts";
import { redacted, withoutSecrets } from "./redacted.ts";
import { type Moments, timesOf } from "./times.ts";

let calls = 0;

/**
 * An interceptor that tells of each call (of each try, where calls are tried again): when it begins, when it has ended,
 * and once more when the browser tells how long it waited for a connection. Put it last among the interceptors, so that
 * it sees what the others make of a call. Nothing is copied or encoded: a call costs some microseconds.
 *
 * ```ts
 * const client = new Client("", "add", "add_common", {
 *   interceptors: [inspect(({ state, method, times }) => console.log(method, state, times.totalMs))],
 * });
 * ```
 *
 * @param onCall is given all that is known of the call by then, under one `id`; what it throws does not harm the call
 */
export function inspect(onCall: (call: InspectedCall) => void): Interceptor {
  return (next) => async (call) => {
    const record = new Recording(call, onCall);
    try {
      const reply = await next({ ...call, onMoment: record.moment });
      record.answered(reply);
      return reply;
    } catch (error) {
      record.failed(error);
      throw error;
    }
  };
}

class Recording {
  readonly #call: Call;
  readonly #onCall: (call: InspectedCall) => void;
  readonly #moments: Moments = { begun: performance.now() };
  readonly #clean: (text: string) => string;
  #known: InspectedCall;
  #queueMs: number | undefined;

  constructor(call: Call, onCall: (call: InspectedCall) => void) {
    const { url, message, headers, form } = call;
    const { name, method, version } = message.spec;
    this.#call = call;
    this.#onCall = onCall;
    this.#clean = withoutSecrets(headers);
    this.#known = {
      id: ++calls,
      began: Date.now(),
      url,
      servable: name,
      method,
      version: String(version),
      isProbe: call.isProbe ?? false,
      instances: message.instances.length,
      state: "pending",
      failedInstances: 0,
      headers: { ...redacted(headers), "content-type": BINARY_TYPE, accept: BINARY_TYPE, [X_GRPC_WEB]: "1" },
      replyHeaders: {},
      trailers: {},
      times: { totalMs: 0 },
      messages: { request: message, form },
    };
    this.#tell({});
  }

  readonly moment: NonNullable<Call["onMoment"]> = (moment, bytes) => {
    const now = performance.now();
    this.#moments[moment] = now;
    if (moment === "sending") {
      this.#known = { ...this.#known, ...(bytes !== undefined && { sentBytes: bytes }) };
      awaitQueueTime(this.#call.url, now, (queueMs) => {
        this.#queueMs = queueMs;
        if (this.#moments.ended !== undefined) this.#tell({});
      });
    }
    if (moment === "received" && bytes !== undefined) this.#known = { ...this.#known, receivedBytes: bytes };
    this.#call.onMoment?.(moment, bytes);
  };

  answered({ message, headers, trailers }: Reply): void {
    const error = wholeError(message);
    this.#end({
      state: error ? "failed" : "done",
      failedInstances: error ? 0 : message.errors.filter(({ code }) => code !== 0).length,
      ...(error && { error: { ...error, text: this.#clean(error.text) } }),
      replyHeaders: this.#cleaned(headers),
      trailers: this.#cleaned(trailers),
      messages: { ...this.#known.messages!, reply: message },
    });
  }

  failed(thrown: unknown): void {
    const { message = "", code, kind, httpStatus, metadata } = (thrown ?? {}) as Partial<Failed>;
    const isAborted = this.#call.signal.aborted && (thrown as Error)?.name === "AbortError";
    const error: InspectedError = {
      text: this.#clean(message || String(thrown)),
      ...(typeof code === "number" && !isAborted && { code, grpcStatus: code }),
      ...(kind !== undefined && { kind }),
      ...(httpStatus !== undefined && { httpStatus }),
    };
    this.#end({
      state: isAborted ? "aborted" : "failed",
      error,
      replyHeaders: this.#cleaned(metadata ?? {}),
    });
  }

  #end(known: Partial<InspectedCall>): void {
    this.#moments.ended = performance.now();
    this.#tell(known);
  }

  #tell(known: Partial<InspectedCall>): void {
    const { replyHeaders } = { ...this.#known, ...known };
    this.#known = { ...this.#known, ...known, times: timesOf(this.#moments, replyHeaders, this.#queueMs) };
    try {
      this.#onCall(this.#known);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #cleaned(metadata: Metadata): Metadata {
    const entries = Object.entries(redacted(metadata));
    return Object.fromEntries(entries.map(([name, value]) => [name, this.#clean(value)]));
  }
}

/** A call's failure, as the client's transport throws it. */
interface Failed {
  message: string;
  code: number;
  kind: ErrorKind;
  httpStatus: number;
  metadata: Metadata;
}

/** One error that is no success is the whole request's. */
function wholeError({ errors }: PredictReply): InspectedError | undefined {
  const [first] = errors;
  if (errors.length !== 1 || first!.code === 0) return undefined;
  const { code, text } = first!;
  return { text, code, kind: kindOfServing(code, text) };
}
