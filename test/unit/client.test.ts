import fc from "fast-check";
import type { UnaryInterceptor } from "grpc-web";
import { describe, expect, it, vi } from "vitest";
import { hints } from "../../src/client/errors/hints.ts";
import { type CallError, Client, isError, type Progress, Tensor, tensor } from "../../src/client/index.ts";
import { pause } from "../../src/client/retry/policy.ts";
import { toResult } from "../../src/client/serving/outcome.ts";
import { sameBytes } from "../setup/bytes.ts";
import { here, uncaughtIn } from "../setup/here.ts";
import { deadAddress, goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { good, LEFT_OF_5_S, noInstances, withReplyServer, y } from "./add-calls.ts";

let server: ReplyServer;
const { client, request } = withReplyServer((started) => {
  server = started;
});

describe("the address", () => {
  it.each([
    ["localhost:8080", "http://localhost:8080"],
    ["https://example.com/serving/", "https://example.com/serving"],
    ["HTTP://Example.com", "http://example.com"],
    ["[::1]:8080", "http://[::1]:8080"],
    ["127.0.0.1", "http://127.0.0.1"],
  ])("%s is %s", (given, address) => {
    expect(new Client(given, "add", "add_common").address).toBe(address);
  });

  it("may be given as host and port, as in the older Python client", () => {
    expect(new Client("http://localhost/", 5500, "add", "add_common").address).toBe("http://localhost:5500");
    const older = new Client("localhost", 5500, "add", "add_common", { timeoutMs: 5 });
    expect([older.address, older.servable, older.method]).toEqual([
      "http://localhost:5500",
      "add",
      "add_common",
    ]);
  });

  it.each(["ftp://x", "http://", "http://user:secret@x", "x y", "http://x/?q", "unix:/tmp/s"])(
    "%s is refused",
    (given) => {
      expect(() => new Client(given, "add", "add_common")).toThrow(TypeError);
    },
  );

  // A page's location can't be taken away from it.
  if (here === "Node")
    it("can't be the page's own origin where there is no page", () => {
      expect(() => new Client("", "add", "add_common")).toThrow(/needs a page, and there is none here/);
      vi.stubGlobal("location", { origin: "null" });
      expect(() => new Client("/", "add", "add_common")).toThrow(/needs a page, and there is none here/);
      vi.stubGlobal("location", { origin: "https://page.example" });
      expect(new Client("", "add", "add_common").address).toBe("https://page.example");
      expect(new Client("/serving/", "add", "add_common").address).toBe("https://page.example/serving");
      vi.unstubAllGlobals();
    });

  it("is checked together with names and options", () => {
    expect(() => new Client("x", "", "m")).toThrow(/the servable is the string ""/);
    expect(() => new Client("x", "s", undefined as never)).toThrow(/the method is undefined/);
    expect(() => new Client("x", "s", "m", 5 as never)).toThrow(/options is 5/);
    expect(() => new Client(8080 as never, "s", "m")).toThrow(/the address is 8080/);
  });
});

describe("a client refuses misuse at once:", () => {
  it.each([
    [{ version: -1 }, /version is -1/],
    [{ version: 1.5 }, /version is 1.5/],
    [{ version: "1" }, /version is the string "1": give a number or bigint/],
    [{ retry: { minDelayMs: -1 } }, /retry.minDelayMs is -1/],
    [{ version: 2n ** 64n }, /version is 18446744073709551616/],
    [{ release: "2.1" }, /release is the string "2.1"/],
    [{ timeoutMs: 0 }, /timeoutMs is 0/],
    [{ timeoutMs: "50" }, /timeoutMs is the string "50"/],
    [{ maxRequestBytes: "9" }, /maxRequestBytes is the string "9"/],
    [{ metadata: new Headers({ a: "b" }) }, /metadata is a value of type Headers: give an object/],
    [{ metadata: "a: b" }, /metadata is a string/],
    [{ metadata: { a: undefined } }, /metadata "a"/],
    [{ maxReplyBytes: Number.NaN }, /maxReplyBytes/],
    [{ metadata: { "a b": "x" } }, /metadata "a b"/],
    [{ transport: "xhr" }, /transport is/],
  ])("%o", (options, text) => {
    expect(() => client(options)).toThrow(text);
  });

  if (here === "Node")
    it("refuses grpc-web's own transport where there is no XMLHttpRequest", () => {
      expect(() => client({ transport: "grpc-web" })).toThrow(/needs XMLHttpRequest/);
    });

  it("names a bad header without its value, which may be a secret", () => {
    expect(() => client({ metadata: { authorization: "Bearer\nsecret" } })).toThrow(/^(?!.*secret)/s);
  });

  it("sends nothing for an instance that can't be sent", async () => {
    await expect(client().infer([])).rejects.toThrow(RangeError);
    await expect(client().infer({ x: [1] as never })).rejects.toThrow(TypeError);
    const small = client({ maxRequestBytes: 1000 });
    const instances = [{ x: new Uint8Array(10) }, { x: new Uint8Array(2000) }];
    await expect(small.infer(instances)).rejects.toThrow(
      /above maxRequestBytes \(1000\); instance 1 alone has 2000/,
    );
    const large = { x: tensor(new Float32Array(1000)) };
    await expect(small.infer(large)).rejects.toThrow(/instance 0 alone has 4000/);
    const many = Array.from({ length: 200_000 }, () => ({ x: 1 }));
    await expect(small.infer(many)).rejects.toThrow(/above maxRequestBytes/);
    expect(server.requests).toEqual([]);
  });
});

describe("a call", () => {
  it("asks for the servable, and gives one outcome for each instance", async () => {
    server.answerReplies({ instances: [y, y], errors: [] });
    const result = await client({ version: 2n ** 53n + 1n }).infer([{ x: 1 }, { x: 2 }]);
    expect(result).toEqual([{ y: expect.any(Tensor) }, { y: expect.any(Tensor) }]);
    expect(request(2).spec).toEqual({ name: "add", method: "add_common", version: 2n ** 53n + 1n });
    expect(request(2).instances).toHaveLength(2);
    expect(request(3).instances).toHaveLength(0);
  });

  it("has the form that Envoy's filter takes", async () => {
    server.answerReplies(good);
    await client({ timeoutMs: 5000, metadata: { Authorization: "a", "x-a": "1" } }).infer(
      { x: 1 },
      { metadata: { "x-a": "2", "x-b": "3" } },
    );
    const { url, headers } = server.requests[0]!;
    expect(url).toBe("/mindspore.serving.proto.MSService/Predict");
    expect(headers).toMatchObject({
      "content-type": "application/grpc-web+proto",
      accept: "application/grpc-web+proto",
      "x-grpc-web": "1",
      "grpc-timeout": LEFT_OF_5_S,
      authorization: "a",
      "x-a": "2",
      "x-b": "3",
    });
  });

  it("keeps a path in front of the service's", async () => {
    server.answerReplies(good);
    await new Client(`${server.address}/models/a/`, "add", "add_common").infer({ x: 1 });
    expect(server.requests[0]!.url).toBe("/models/a/mindspore.serving.proto.MSService/Predict");
  });

  it("sends Files and large arrays as they are", async () => {
    server.answerReplies(good);
    const bytes = new Uint8Array(3_000_000).map((_, i) => i);
    await client().infer({ image: new File([bytes], "a.jpg"), raw: bytes });
    const [instance] = request(2).instances;
    for (const name of ["image", "raw"]) {
      expect(sameBytes(instance!.get(name)!.bytesVal[0] as Uint8Array, bytes)).toBe(true);
    }
  });

  it("fails as a broken reply when it has another number of instances than was sent", async () => {
    server.answerReplies({ instances: [y, y], errors: [] });
    expect(await client().infer({ x: 1 })).toMatchObject({
      kind: "protocol",
      error: expect.stringMatching(/2 instances, but 1 were sent/),
    });
  });

  it("reports the download where an upload can't be seen moving", async () => {
    server.answerReplies(good);
    const steps: Progress[] = [];
    await client().infer({ x: new Uint8Array(1000) }, { onProgress: (step) => steps.push(step) });
    const last = steps.at(-1)!;
    expect(last.uploaded).toBe(last.uploadTotal);
    expect(last.downloaded).toBe(goodBody(good).length);
  });

  it("is not harmed by what a progress listener throws", async () => {
    server.answerReplies(good);
    const onProgress = () => {
      throw new Error("a bug of the caller's");
    };
    const uncaught = await uncaughtIn(async () => {
      expect(isError(await client().infer({ x: 1 }, { onProgress }))).toBe(false);
    });
    expect(uncaught[0]).toContain("a bug of the caller's");
  });

  it("passes the interceptors in the order given", async () => {
    server.answerReplies(good);
    const seen: string[] = [];
    const named = (name: string): UnaryInterceptor<unknown, unknown> => ({
      async intercept(call, invoke) {
        seen.push(`${name} >`);
        call.getMetadata()[`x-${name}`] = "1";
        const reply = await invoke(call);
        seen.push(`${name} <`);
        return reply;
      },
    });
    await client({ interceptors: [named("a"), named("b")] }).infer({ x: 1 });
    expect(seen).toEqual(["a >", "b >", "b <", "a <"]);
    expect(server.requests[0]!.headers).toMatchObject({ "x-a": "1", "x-b": "1" });
  });
});

describe("the release", () => {
  it.each([
    "Input instances count is 0",
    "Instances count of request cannot be 0, servable: add, method: add_common",
  ])("is learned from: %s", async (text) => {
    server.answerReplies(noInstances(text), good);
    const auto = client();
    expect(isError(await auto.infer({ x: 1 }))).toBe(false);
    await auto.infer({ x: 1 });
    expect(
      server.requests.map((_, i) => [request(2, i), request(3, i)].map((r) => r.instances.length)),
    ).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it("decides the field when it is set, and old ones are not asked twice", async () => {
    server.answerReplies(good);
    await client({ release: "1.2" }).infer({ x: 1 });
    expect([request(2), request(3)].map((r) => r.instances.length)).toEqual([0, 1]);
    server.answerReplies(noInstances("Input instances count is 0"));
    expect(await client({ release: "1.3" }).infer({ x: 1 })).toMatchObject({
      kind: "invalid-input",
      code: 1,
    });
    expect(server.requests).toHaveLength(2);
  });

  it("decides whether an empty tensor is sent with an empty data field: from 1.5 on, and as long as it is unknown", async () => {
    const empty = { x: tensor([], "float32", [0]) };
    const dataOf = (field: 2 | 3, i: number) => request(field, i).instances[0]!.get("x")!.data;
    const has = new Uint8Array();
    for (const [release, data] of [["1.1"], ["1.4"], ["1.5", has], ["2.0", has], ["auto", has]] as const) {
      server.requests.length = 0;
      server.answerReplies(good);
      await client({ release }).infer(empty);
      expect(dataOf(release === "1.1" ? 3 : 2, 0), release).toEqual(data);
    }
    server.requests.length = 0;
    server.answerReplies(noInstances("Input instances count is 0"), good);
    await client().infer(empty);
    expect([dataOf(2, 0), dataOf(2, 1), dataOf(3, 1)]).toEqual([has, undefined, undefined]);
  });

  it("of old servers doubles the instances, which count against the limit", async () => {
    server.answerReplies(noInstances("Input instances count is 0"), good);
    const limited = client({ maxRequestBytes: 1500 });
    await expect(limited.infer({ x: new Uint8Array(1000) })).rejects.toThrow(/above maxRequestBytes/);
  });
});

// What the client makes of each broken reply: test/browser/replies.test.ts.
describe("the client", () => {
  const call = async (): Promise<CallError> => {
    const result = await client().infer({ x: 1 });
    if (!isError(result)) expect.fail("a broken reply was taken for a good one");
    return result;
  };

  it("reports an output in the server's shared memory instead of reading it", () => {
    const shared = new Map([["y", { dtype: 11, shape: [2], bytesVal: [], sharedMemory: new Uint8Array() }]]);
    expect(toResult({ instances: [shared], errors: [] }, "auto")).toMatchObject({
      kind: "protocol",
      error: expect.stringMatching(/^output "y" is in the server's shared memory/),
    });
  });

  const whole = goodBody(good);

  it("gives an error value, never an exception, for random and changed bytes", async () => {
    const changed = fc
      .tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }))
      .map(([at, byte]) => whole.map((old, i) => (i === at ? byte : old)));
    const bodies = fc.oneof(fc.uint8Array({ maxLength: 200 }), changed);
    await fc.assert(
      fc.asyncProperty(bodies, async (bytes) => {
        server.answerBytes(bytes);
        const result = await client({ maxReplyBytes: 1e6 }).infer({ x: 1 });
        // A changed byte may still be a good reply: of another name or number.
        if (isError(result)) expect(hints).toHaveProperty([result.kind]);
        else expect(result).toHaveLength(1);
      }),
    );
  });

  it("refuses a reply above the limit before it is read", async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { "content-type": "application/grpc-web+proto" });
      response.write(Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff)); // Nothing more ever comes.
    };
    expect(await call()).toMatchObject({
      kind: "too-large",
      code: 8,
      error: expect.stringMatching(/4294967295 bytes, above maxReplyBytes/),
    });
  });

  it("reports an offline device without a second request", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(await new Client("127.0.0.1:9", "a", "b").infer({ x: 1 })).toMatchObject({
      kind: "offline",
      code: 14,
    });
    vi.unstubAllGlobals();
  });

  if (here === "Node")
    it("reports Node's own limit of five minutes as a timeout", async () => {
      const cause = Object.assign(new Error("Headers Timeout Error"), { code: "UND_ERR_HEADERS_TIMEOUT" });
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed", { cause })));
      const result = await client({ retry: true }).infer({ x: 1 });
      vi.unstubAllGlobals();
      expect(result).toMatchObject({
        kind: "timeout",
        error: expect.stringMatching(/UND_ERR_HEADERS_TIMEOUT/),
      });
    });

  it("reports an address where nobody answers", async () => {
    const result = await new Client(await deadAddress(), "add", "add_common").infer({ x: 1 });
    // Node says why, browsers don't.
    const error = here === "Node" ? /^no answer from .*ECONNREFUSED/ : /^no answer from /;
    expect(result).toMatchObject({ kind: "proxy-unreachable", code: 14, error });
  });
});

describe("the end of a call before its reply", () => {
  it("is an error value when the deadline passes", async () => {
    server.answer = () => {};
    const result = await client().infer({ x: 1 }, { timeoutMs: 50 });
    expect(result).toMatchObject({ kind: "timeout", code: 4, error: "no answer within 50 ms" });
  });

  it("is an AbortError when the caller aborts, and the server sees the call end", async () => {
    const controller = new AbortController();
    const closed = new Promise((done) => {
      server.answer = (_, response) => {
        response.on("close", done);
        controller.abort(new Error("my reason"));
      };
    });
    const call = client().infer({ x: 1 }, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError", cause: { message: "my reason" } });
    await closed;
    await expect(client().infer({ x: 1 }, { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("a signal", () => {
  /** Counts who listens. */
  function countedSignal() {
    const controller = new AbortController();
    const { signal } = controller;
    const listeners = new Set<unknown>();
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...words: Parameters<typeof add>) => {
      listeners.add(words[1]);
      add(...words);
    };
    signal.removeEventListener = (...words: Parameters<typeof remove>) => {
      listeners.delete(words[1]);
      remove(...words);
    };
    return { controller, signal, listeners };
  }

  it("has no listeners left after calls of any kind", async () => {
    const { signal, listeners } = countedSignal();
    server.answerReplies(good);
    await client().infer({ x: 1 }, { signal });
    await client().infer({ x: 1 }, { signal, onProgress: () => {} });
    await client().probe({ signal });
    for await (const _ of client().inferMany([{ x: 1 }, { x: 2 }], { signal, maxBatchCount: 1 }));
    for await (const _ of client().inferMany([{ x: 1 }, { x: 2 }], { signal, maxBatchCount: 1 })) break;
    server.answer = (_, response) => response.writeHead(503).end();
    await client({ retry: { attempts: 3, minDelayMs: 1 } }).infer({ x: 1 }, { signal });
    expect(listeners.size).toBe(0);
  });

  it("ends a probe, and a pause that has not begun", async () => {
    const { controller, signal, listeners } = countedSignal();
    server.answer = () => controller.abort();
    await expect(client().probe({ signal })).rejects.toMatchObject({ name: "AbortError" });
    await expect(pause(60_000, signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(listeners.size).toBe(0);
    const interceptors = [{ intercept: () => Promise.reject(new Error("a bug of the caller's")) }];
    await expect(client({ interceptors }).probe()).rejects.toThrow("a bug of the caller's");
  });

  it.each([undefined, () => {}])(
    "that aborts while an interceptor waits keeps the request from being sent (%s)",
    async (onProgress) => {
      const { controller, signal, listeners } = countedSignal();
      const interceptors: UnaryInterceptor<unknown, unknown>[] = [
        {
          async intercept(call, invoke) {
            controller.abort();
            return invoke(call);
          },
        },
      ];
      server.answerReplies(good);
      const call = client({ interceptors }).infer({ x: 1 }, { signal, ...(onProgress && { onProgress }) });
      await expect(call).rejects.toMatchObject({ name: "AbortError" });
      expect(server.requests).toEqual([]);
      expect(listeners.size).toBe(0);
    },
  );
});
