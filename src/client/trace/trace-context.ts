/** W3C Trace Context: the id that joins a page's call to the spans of the proxy and what stands behind it. */

import { describe } from "../../tensor/index.ts";
import { statusName } from "../../wire/index.ts";
import type { Call, Interceptor } from "../transport/call.ts";
import { isRpcError } from "../transport/grpc-web.ts";

/** What is used of OpenTelemetry's `Tracer`: give the one of `trace.getTracer("my-page")`. */
export interface CallTracer {
  /** Begins a span, as a child of the one that is active in the page. */
  startSpan(name: string, options: { kind: number; attributes: Record<string, string | number> }): CallSpan;
}

/** What is used of OpenTelemetry's `Span`. */
export interface CallSpan {
  /** Its ids, as hexadecimal digits, the flags and the state of its trace. */
  spanContext(): {
    traceId: string;
    spanId: string;
    traceFlags: number;
    traceState?: { serialize(): string } | undefined;
  };
  /** Adds attributes, those of the same name replaced. */
  setAttributes(attributes: Record<string, string | number>): unknown;
  /** Says how it ended: `code` 2 is an error. */
  setStatus(status: { code: number; message?: string }): unknown;
  /** The call is over. */
  end(): void;
}

/** What holds for all calls that go through one `traceContext`. */
export interface TraceContextOptions {
  /** Makes a span of each try of a call. Without one there is only the id, made up for each. */
  tracer?: CallTracer;
}

type SpanContext = ReturnType<CallSpan["spanContext"]>;

/** OpenTelemetry's numbers for a span of who calls, and for one that failed. */
const [KIND_CLIENT, STATUS_ERROR] = [2, 2];

/** Ids are random, and the call is to be recorded: flags of Trace Context, level 2. */
const RANDOM_SAMPLED = 3;

/**
 * An interceptor that sends `traceparent` (and `tracestate`) with each try of a call, so that one trace id stands in
 * the page's spans, the proxy's and its access log. The first one in `interceptors` sees the others' time too.
 *
 * ```ts
 * new Client(address, servable, method, { interceptors: [traceContext({ tracer: trace.getTracer("page") })] });
 * ```
 *
 * Spans follow OpenTelemetry's conventions for RPC: named by the method, with `rpc.system.name`, `rpc.method`,
 * `rpc.response.status_code`, `server.address`, `server.port` and, where a call failed, `error.type`; the servable,
 * its method and the count of instances are `mindspore.serving.servable`, `.method` and `.instances`. No value of an
 * instance, no header and no error text of the server is in them. A proxy of another origin must allow both headers.
 *
 * @throws TypeError for a tracer that is none
 */
export function traceContext({ tracer }: TraceContextOptions = {}): Interceptor {
  if (tracer && typeof tracer.startSpan !== "function") {
    throw new TypeError(`tracer is ${describe(tracer)}: give OpenTelemetry's, trace.getTracer("my-page")`);
  }
  return (next) => async (call) => {
    const span = tracer?.startSpan(methodOf(call), { kind: KIND_CLIENT, attributes: attributesOf(call) });
    const send = () => next({ ...call, headers: { ...call.headers, ...headersOf(span?.spanContext()) } });
    if (!span) return send();
    try {
      const reply = await send();
      span.setAttributes({ "rpc.response.status_code": "OK" });
      return reply;
    } catch (error) {
      const type = isRpcError(error) ? statusName(error.code) : (error as Error).name;
      span.setAttributes({
        "error.type": type,
        ...(isRpcError(error) ? { "rpc.response.status_code": type } : {}),
      });
      span.setStatus({ code: STATUS_ERROR });
      throw error;
    } finally {
      span.end();
    }
  };
}

/** `package.Service/Method`: the end of the address, which may have a path of its own before it. */
function methodOf({ url }: Call): string {
  return url.split("/").slice(-2).join("/");
}

function attributesOf(call: Call): Record<string, string | number> {
  const { hostname, port, protocol } = new URL(call.url, globalThis.location?.href);
  const { spec, instances } = call.message;
  return {
    "rpc.system.name": "grpc",
    "rpc.method": methodOf(call),
    "server.address": hostname,
    "server.port": Number(port || (protocol === "https:" ? 443 : 80)),
    "mindspore.serving.servable": spec.name,
    "mindspore.serving.method": spec.method,
    "mindspore.serving.instances": instances.length,
  };
}

function headersOf(context: SpanContext | undefined): Record<string, string> {
  // Where a page has no OpenTelemetry set up, its spans have ids of zeros, which nobody may send.
  const isReal = context && /[^0]/.test(context.traceId);
  const { traceId, spanId, traceFlags, traceState } = isReal ? context : madeUp();
  const flags = traceFlags.toString(16).padStart(2, "0");
  const state = traceState?.serialize();
  return { traceparent: `00-${traceId}-${spanId}-${flags}`, ...(state ? { tracestate: state } : {}) };
}

function madeUp(): SpanContext {
  return { traceId: randomHex(16), spanId: randomHex(8), traceFlags: RANDOM_SAMPLED };
}

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
