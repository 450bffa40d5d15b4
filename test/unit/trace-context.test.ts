import { SpanStatusCode, trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { beforeEach, describe, expect, it } from "vitest";
import { type CallTracer, isError, traceContext } from "../../src/client/index.ts";
import { goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { good, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});

const spans = new InMemorySpanExporter();
const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).getTracer(
  "page",
);
beforeEach(() => spans.reset());

/** What came with each call, answered by HTTP statuses one after the other, then well. */
function answering(...failures: number[]): Record<string, string | string[] | undefined>[] {
  const came: Record<string, string | string[] | undefined>[] = [];
  server.answer = ({ headers }, response) => {
    came.push(headers);
    const status = failures.shift();
    if (status) response.writeHead(status).end();
    else response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(good));
  };
  return came;
}

describe("traceContext", () => {
  it("sends another id with each call, in the form of W3C, level 2", async () => {
    const came = answering();
    const calling = client({ interceptors: [traceContext()] });
    await calling.infer({ x: 1 });
    await calling.infer({ x: 1 });
    const [first, second] = came.map(({ traceparent }) => String(traceparent));
    for (const one of [first, second])
      expect(one).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-03$/);
    expect(first!.slice(3, 35)).not.toBe(second!.slice(3, 35));
    expect(came[0]).not.toHaveProperty("tracestate");
  });

  it("with OpenTelemetry's tracer sends its span's id, and the span has the conventions' names for RPC", async () => {
    const came = answering();
    await client({ interceptors: [traceContext({ tracer })] }).infer([{ x: 1 }, { x: 2 }]);
    const [span] = spans.getFinishedSpans();
    const { traceId, spanId } = span!.spanContext();
    expect(came[0]!.traceparent).toBe(`00-${traceId}-${spanId}-01`);
    expect(span).toMatchObject({
      name: "mindspore.serving.proto.MSService/Predict",
      kind: 2,
      status: { code: SpanStatusCode.UNSET },
    });
    const { port } = new URL(server.address);
    expect(span!.attributes).toEqual({
      "rpc.system.name": "grpc",
      "rpc.method": "mindspore.serving.proto.MSService/Predict",
      "rpc.response.status_code": "OK",
      "server.address": "127.0.0.1",
      "server.port": Number(port),
      "mindspore.serving.servable": "add",
      "mindspore.serving.method": "add_common",
      "mindspore.serving.instances": 2,
    });
  });

  it("makes the id up where the page has not set OpenTelemetry up, whose ids are zeros", async () => {
    const came = answering();
    await client({ interceptors: [traceContext({ tracer: trace.getTracer("page") })] }).infer({ x: 1 });
    expect(came[0]!.traceparent).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-03$/);
  });

  it("makes a span of each try, and says in one that failed by which status", async () => {
    const came = answering(503);
    const retry = { minDelayMs: 0, maxDelayMs: 0 };
    const result = await client({ interceptors: [traceContext({ tracer })], retry }).infer({ x: 1 });
    expect(isError(result)).toBe(false);
    const [failed, fine] = spans.getFinishedSpans();
    expect(failed!.attributes).toMatchObject({
      "error.type": "UNAVAILABLE",
      "rpc.response.status_code": "UNAVAILABLE",
    });
    expect(failed!.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(fine!.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(came.map(({ traceparent }) => String(traceparent).slice(36, 52))).toEqual(
      [failed, fine].map((span) => span!.spanContext().spanId),
    );
  });

  it("ends the span of a call that the page ended, as an error that no server told", async () => {
    const ended = new AbortController();
    server.answer = () => ended.abort();
    const call = client({ interceptors: [traceContext({ tracer })] }).infer(
      { x: 1 },
      { signal: ended.signal },
    );
    await expect(call).rejects.toThrow("abort");
    const [span] = spans.getFinishedSpans();
    expect(span!.attributes["error.type"]).toBe("AbortError");
    expect(span!.attributes).not.toHaveProperty("rpc.response.status_code");
  });

  it("refuses what is no tracer, with the words to write", () => {
    expect(() => traceContext({ tracer: trace as unknown as CallTracer })).toThrow(
      'give OpenTelemetry\'s, trace.getTracer("my-page")',
    );
  });
});
