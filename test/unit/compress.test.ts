/** `compress: true`: what is packed, what goes as it is, and that a packed call is a call like any other. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type ClientOptions, isError, type Progress, tensor } from "../../src/client/index.ts";
import { readFrameHeader } from "../../src/wire/frame.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import type { ReplyServer } from "../setup/reply-server.ts";
import { good, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client: plainClient } = withReplyServer((started) => {
  server = started;
});
const client = (options: ClientOptions = {}) => plainClient({ compress: true, ...options });

afterEach(() => vi.unstubAllGlobals());

/** 4 MB of four values. */
const few = () => tensor(new Float32Array(2 ** 20).map((_, i) => i % 4));
const noise = (bytes: number) => {
  const all = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(all.subarray(at, at + 65_536));
  return all;
};

/** A call as the server saw it. */
function seen(i = 0) {
  const { headers, body } = server.requests[i]!;
  const { flags, length } = readFrameHeader(body);
  expect(body.length).toBe(5 + length);
  return { encoding: headers["grpc-encoding"], flags, message: body.subarray(5) };
}

/**
 * What is packed from now on: bytes that went into each stream.
 * @param before is awaited before each piece
 */
function packedBytes(before: () => unknown = () => {}): number[] {
  const each: number[] = [];
  const Own = CompressionStream;
  vi.stubGlobal(
    "CompressionStream",
    class {
      readonly readable: ReadableStream;
      readonly writable: WritableStream<BufferSource>;

      constructor(format: CompressionFormat) {
        const i = each.push(0) - 1;
        const counting = new TransformStream<BufferSource, BufferSource>({
          async transform(chunk, controller) {
            await before();
            each[i]! += chunk.byteLength;
            controller.enqueue(chunk);
          },
        });
        this.writable = counting.writable;
        this.readable = counting.readable.pipeThrough(new Own(format));
      }
    },
  );
  return each;
}

describe("with compress: true", () => {
  it("a tensor of few values is packed by gzip, with the frame's flag and grpc-encoding", async () => {
    server.answerReplies(good, good);
    await client().infer({ x: few() });
    await plainClient().infer({ x: few() });
    const [packed, plain] = [seen(0), seen(1)];
    expect(packed).toMatchObject({ encoding: "gzip", flags: 1 });
    expect(plain).toMatchObject({ encoding: undefined, flags: 0 });
    expect(packed.message.length).toBeLessThan(plain.message.length / 20);
    expect(gunzipSync(packed.message).equals(plain.message)).toBe(true);
  });

  it("a Blob is packed as it is read, and arrives whole", async () => {
    server.answerReplies(good);
    const text = new TextEncoder().encode("serving ".repeat(2 ** 17));
    await client().infer({ x: new Blob([text]), y: 1 });
    const [instance] = decodeRequest(gunzipSync(seen().message), 2).instances;
    expect(text.every((byte, i) => byte === (instance!.get("x")!.bytesVal[0] as Uint8Array)[i])).toBe(true);
  });

  it("what gzip can't make smaller goes as it is, after a look at samples alone", async () => {
    server.answerReplies(good);
    const each = packedBytes();
    await client().infer({ x: noise(4_000_000) });
    expect(seen()).toMatchObject({ encoding: undefined, flags: 0 });
    expect(each).toEqual([131_072]);
  });

  it("noise between samples that gain is found in the end, and then it goes as it is", async () => {
    server.answerReplies(good);
    const x = noise(4_000_000);
    const step = Math.floor((x.length - 16_384) / 7);
    for (let i = 0; i < 8; i++) x.fill(0, i * step - 100, i * step + 16_500);
    await client().infer({ x });
    expect(seen()).toMatchObject({ encoding: undefined, flags: 0 });
  });

  it("what fits into one packet goes as it is", async () => {
    server.answerReplies(good);
    const each = packedBytes();
    await client().infer({ x: tensor(new Float32Array(200)) });
    expect(seen()).toMatchObject({ encoding: undefined, flags: 0 });
    expect(each).toEqual([]);
  });

  it("where there is no CompressionStream calls go as they are", async () => {
    vi.stubGlobal("CompressionStream", undefined);
    server.answerReplies(good);
    expect(isError(await client().infer({ x: few() }))).toBe(false);
    expect(seen()).toMatchObject({ encoding: undefined, flags: 0 });
  });

  it("a retry sends what was packed for the first try", async () => {
    server.answer = (request, response, raw) => {
      if (server.requests.length < 3) return response.writeHead(503, { "grpc-status": "14" }).end();
      server.answerReplies(good);
      return server.answer(request, response, raw);
    };
    const each = packedBytes();
    const result = await client({ retry: { attempts: 3, minDelayMs: 0 } }).infer({ x: few() });
    expect(isError(result)).toBe(false);
    expect(each).toEqual([131_072, expect.any(Number)]);
    const [first, , third] = server.requests;
    expect(third!.headers["grpc-encoding"]).toBe("gzip");
    expect(Buffer.compare(third!.body, first!.body)).toBe(0);
  });

  it("a retry that an interceptor gives another message packs that one", async () => {
    server.answer = (request, response, raw) => {
      if (server.requests.length < 2) return response.writeHead(503, { "grpc-status": "14" }).end();
      server.answerReplies(good);
      return server.answer(request, response, raw);
    };
    let tries = 0;
    const options: ClientOptions = {
      retry: { attempts: 2, minDelayMs: 0 },
      interceptors: [
        (next) => (call) => {
          const spec = { ...call.message.spec, version: BigInt(++tries) };
          return next({ ...call, message: { ...call.message, spec } });
        },
      ],
    };
    await client(options).infer({ x: few() });
    const versions = [0, 1].map((i) => decodeRequest(gunzipSync(seen(i).message), 2).spec.version);
    expect(versions).toEqual([1n, 2n]);
  });

  it("each call of inferMany is packed", async () => {
    server.answerReplies({ instances: [...good.instances, ...good.instances], errors: [] });
    const run = client().inferMany(
      Array.from({ length: 4 }, () => ({ x: few() })),
      { maxBatchCount: 2 },
    );
    let outcomes = 0;
    for await (const { outcome } of run) if (!isError(outcome)) outcomes++;
    expect(outcomes).toBe(4);
    expect([seen(0), seen(1)]).toMatchObject([{ flags: 1 }, { flags: 1 }]);
    expect(decodeRequest(gunzipSync(seen(1).message), 2).instances).toHaveLength(2);
  });

  it("progress counts what is sent, packed", async () => {
    server.answerReplies(good);
    const steps: Progress[] = [];
    await client().infer({ x: few() }, { onProgress: (step) => steps.push(step) });
    const uploadTotal = server.requests[0]!.body.length;
    expect(steps.at(-1)).toMatchObject({ uploaded: uploadTotal, uploadTotal });
  });

  it("maxRequestBytes counts what is unpacked", async () => {
    await expect(client({ maxRequestBytes: 1_000_000 }).infer({ x: few() })).rejects.toThrow(
      /has 4194\d{3} bytes, above maxRequestBytes/,
    );
  });

  it("the caller's abort ends the packing, and nothing is sent", async () => {
    const controller = new AbortController();
    const each = packedBytes(() => controller.abort());
    const x = noise(2 ** 25).map((byte) => byte & 1);
    await expect(client().infer({ x }, { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(server.requests).toEqual([]);
    expect(each.reduce((all, bytes) => all + bytes)).toBeLessThan(131_072);
  });

  it("the deadline counts while it packs", async () => {
    // As slow as a device may be: the samples alone take longer than the call may.
    packedBytes(() => new Promise((done) => setTimeout(done, 100)));
    expect(await client({ timeoutMs: 50 }).infer({ x: few() })).toMatchObject({ kind: "timeout" });
    expect(server.requests).toEqual([]);
  });

  it("a file that can't be read any more is named", async () => {
    const { openAsBlob } = await import("node:fs");
    const folder = await mkdtemp(join(tmpdir(), "compress-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "a.txt");
    await writeFile(path, "serving ".repeat(1000));
    const file = await openAsBlob(path);
    await writeFile(path, "changed");
    expect(await client().infer({ x: file as Blob })).toMatchObject({
      kind: "invalid-input",
      error: expect.stringMatching(/can't be read: it was changed/),
    });
  });

  it("a server that can't unpack is a refusal, not somebody else than Serving", async () => {
    server.answerBytes(new Uint8Array(), {
      "grpc-status": "12",
      "grpc-message": "Compression algorithm 'gzip' is disabled.",
    });
    expect(await client().infer({ x: few() })).toMatchObject({ kind: "refused", code: 12 });
  });
});

describe("the option compress", () => {
  it("is true or false", () => {
    expect(() => plainClient({ compress: "gzip" })).toThrow(
      /compress is the string "gzip": give true or false/,
    );
  });

  it("is refused with grpc-web's own transport, which can't pack", () => {
    vi.stubGlobal("XMLHttpRequest", class {});
    expect(() => client({ transport: "grpc-web" })).toThrow(/compress: grpc-web's own transport can't/);
  });
});
