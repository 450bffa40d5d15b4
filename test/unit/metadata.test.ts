import type { ServerResponse } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { isError, type MetadataRequest, type MetadataSource } from "../../src/client/index.ts";
import { deferred } from "../setup/deferred.ts";
import { goodBody, type ReplyServer } from "../setup/reply-server.ts";
import { good, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client } = withReplyServer((started) => {
  server = started;
});

const accept = (response: ServerResponse) =>
  response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(goodBody(good));

/** Tokens that the server takes; any other, or none, is refused. */
let valid: Set<string | undefined>;
beforeEach(() => {
  valid = new Set();
  server.answer = ({ headers }, response) =>
    valid.has(headers.authorization) ? accept(response) : response.writeHead(401).end();
});

const tokens = () => server.requests.map(({ headers }) => headers.authorization);

/** A function that gives the tokens `t1`, `t2`, … , a new one only when the last was refused. */
function tokenSource() {
  const told: boolean[] = [];
  let number = 1;
  const metadata = async ({ refused }: MetadataRequest) => {
    told.push(refused);
    if (refused) number++;
    return { authorization: `t${number}` };
  };
  return { metadata, told };
}

describe("metadata as a function", () => {
  it("is asked before each call, and its headers go along, in a client and in a call, which goes first", async () => {
    valid.add("of the call");
    const asked: string[] = [];
    const metadata: MetadataSource = () => {
      asked.push("client");
      return { authorization: "of the client", "x-client": String(asked.length) };
    };
    const one = client({ metadata });
    for (const id of ["1", "2"]) {
      const result = await one.infer({ x: 1 }, { metadata: async () => ({ Authorization: "of the call" }) });
      expect(isError(result)).toBe(false);
      expect(server.requests.at(-1)!.headers["x-client"]).toBe(id);
    }
    valid.add("of the client");
    expect(isError(await one.infer({ x: 1 }))).toBe(false);
    expect(asked).toHaveLength(3);
  });

  it("may give nothing, as for someone who is not signed in", async () => {
    valid.add(undefined);
    expect(isError(await client({ metadata: async () => undefined }).infer({ x: 1 }))).toBe(false);
  });

  it("is asked once for all calls, also of several clients, that ask at the same time, and its answer is not kept", async () => {
    const open = [deferred<Record<string, string>>(), deferred<Record<string, string>>()];
    let asked = 0;
    const metadata = () => open[asked++]!.promise;
    valid.add("a").add("b");
    const [one, other] = [client({ metadata }), client({ metadata })];
    const calls = [one.infer({ x: 1 }), one.infer({ x: 1 }), other.infer({ x: 1 })];
    open[0]!.resolve({ authorization: "a" });
    for (const result of await Promise.all(calls)) expect(isError(result)).toBe(false);
    open[1]!.resolve({ authorization: "b" });
    await one.infer({ x: 1 });
    expect(tokens()).toEqual(["a", "a", "a", "b"]);
  });

  it("is told whether the last call with its headers was refused", async () => {
    const { metadata, told } = tokenSource();
    const one = client({ metadata });
    expect(await one.infer({ x: 1 })).toMatchObject({ kind: "unauthorized" });
    valid.add("t2");
    await one.infer({ x: 1 });
    await one.infer({ x: 1 });
    expect(told).toEqual([false, true, false]);
  });

  it("is no longer told so once the same headers are taken", async () => {
    const told: boolean[] = [];
    const metadata = ({ refused }: MetadataRequest) => {
      told.push(refused);
      return { authorization: "t" };
    };
    const one = client({ metadata });
    await one.infer({ x: 1 });
    valid.add("t");
    await one.infer({ x: 1 });
    await one.infer({ x: 1 });
    expect(told).toEqual([false, true, false]);
  });

  it("is told nothing of a call that is refused late, with older headers than it has given since", async () => {
    const told: boolean[] = [];
    let token = "old";
    const one = client({
      metadata: ({ refused }: MetadataRequest) => {
        told.push(refused);
        return { authorization: token };
      },
    });
    const late = deferred<ServerResponse>();
    server.answer = (_, response) => late.resolve(response);
    const first = one.infer({ x: 1 });
    const held = await late.promise;
    token = "new";
    server.answer = (_, response) => accept(response);
    await one.infer({ x: 1 });
    held.writeHead(401).end();
    expect(await first).toMatchObject({ kind: "unauthorized" });
    await one.infer({ x: 1 });
    expect(told).toEqual([false, false, false]);
  });

  it("is asked for each try of a call, since a token may end while a call waits", async () => {
    let asked = 0;
    const metadata = () => ({ authorization: `t${++asked}` });
    server.answer = (_, response) => (asked < 3 ? response.writeHead(503).end() : accept(response));
    await client({ metadata, retry: { minDelayMs: 0, maxDelayMs: 0 } }).infer({ x: 1 });
    expect(tokens()).toEqual(["t1", "t2", "t3"]);
  });

  it.each<[string, MetadataSource, string]>([
    [
      "that throws",
      () => {
        throw new Error("the login is down");
      },
      "metadata: its function failed: Error: the login is down",
    ],
    [
      "that rejects",
      () => Promise.reject(new Error("the login is down")),
      "metadata: its function failed: Error: the login is down",
    ],
    [
      "with an invalid header",
      () => ({ authorization: "a\nb" }),
      'metadata "authorization": invalid header name or value: use only characters that HTTP allows',
    ],
    [
      "that gives a token alone, which no error quotes,",
      (() => "Bearer secret") as unknown as MetadataSource,
      'metadata is a string: give an object, { authorization: "…" }',
    ],
  ])(
    "one %s fails the call with an error that names metadata, and nothing is sent",
    async (_, metadata, error) => {
      const one = client({ metadata, refreshMetadata: true });
      expect(await one.infer({ x: 1 })).toMatchObject({
        ...{ error, kind: "unauthorized", grpcStatus: 16 },
        hint: { en: expect.stringContaining("nothing was sent") },
      });
      expect(await one.probe()).toMatchObject({ error: { error } });
      expect(server.requests).toHaveLength(0);
    },
  );

  it("one that fails costs inferMany only the calls that asked it: their instances get the error, the others go on", async () => {
    let asked = 0;
    const metadata = () => (asked++ === 0 ? Promise.reject(new Error("later")) : { authorization: "t" });
    valid.add("t");
    const failed: [number, boolean][] = [];
    const run = client({ metadata }).inferMany([{ x: 1 }, { x: 2 }], { concurrency: 1, maxBatchCount: 1 });
    for await (const { index, outcome } of run) failed.push([index, isError(outcome)]);
    expect(failed).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it("that does not answer holds no call past its deadline, and none that was ended", async () => {
    const never = () => new Promise<never>(() => {});
    expect(await client({ metadata: never }).infer({ x: 1 }, { timeoutMs: 20 })).toMatchObject({
      error: "metadata: its function gave nothing within 20 ms",
      kind: "timeout",
    });
    const ended = new AbortController();
    const call = client({ metadata: never }).infer({ x: 1 }, { signal: ended.signal });
    ended.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  it("a call that was ended takes the answer away from nobody", async () => {
    const open = deferred<Record<string, string>>();
    const one = client({ metadata: () => open.promise });
    valid.add("t");
    const ended = new AbortController();
    const gone = one.infer({ x: 1 }, { signal: ended.signal });
    const stays = one.infer({ x: 1 });
    ended.abort();
    await expect(gone).rejects.toMatchObject({ name: "AbortError" });
    open.resolve({ authorization: "t" });
    expect(isError(await stays)).toBe(false);
  });
});

describe("refreshMetadata", () => {
  it("asks again once for all calls refused with the same headers, and every one of them is answered", async () => {
    const { metadata, told } = tokenSource();
    valid.add("t2");
    // The refusals come one after the other, the last when the first call has already been answered.
    const held: ServerResponse[] = [];
    const allHeld = deferred();
    server.answer = ({ headers }, response) => {
      if (headers.authorization === "t2") return accept(response);
      if (held.push(response) === 3) allHeld.resolve();
    };
    const one = client({ metadata, refreshMetadata: true });
    const calls = [1, 2, 3].map((x) => one.infer({ x }));
    await allHeld.promise;
    for (const [i, response] of held.entries()) {
      response.writeHead(401).end();
      if (i === 0) await Promise.race(calls);
    }
    for (const result of await Promise.all(calls)) expect(isError(result)).toBe(false);
    expect(told).toEqual([false, true]);
    expect(tokens()).toEqual(["t1", "t1", "t1", "t2", "t2", "t2"]);
  });

  it("tells no call that it is refused what was asked for anew and is still on its way", async () => {
    const { metadata, told } = tokenSource();
    valid.add("t2");
    const seen = deferred();
    let open: ServerResponse | undefined;
    server.answer = ({ headers }, response) => {
      if (headers.authorization !== "t2") response.writeHead(401).end();
      else if (open) accept(response);
      else {
        open = response;
        seen.resolve();
      }
    };
    const one = client({ metadata, refreshMetadata: true });
    const first = one.infer({ x: 1 });
    await seen.promise;
    expect(isError(await one.infer({ x: 2 }))).toBe(false);
    accept(open!);
    expect(isError(await first)).toBe(false);
    expect(told).toEqual([false, true, false]);
  });

  it("makes a call once more only: refused again, it fails, and the next call asks and is made again anew", async () => {
    const { metadata, told } = tokenSource();
    const one = client({ metadata, refreshMetadata: true });
    expect(await one.infer({ x: 1 })).toMatchObject({ kind: "unauthorized" });
    expect(tokens()).toEqual(["t1", "t2"]);
    valid.add("t4");
    expect(isError(await one.infer({ x: 1 }))).toBe(false);
    expect(told).toEqual([false, true, true, true]);
    expect(tokens()).toEqual(["t1", "t2", "t3", "t4"]);
  });

  it("asks anew for a call refused later with headers that were refused before", async () => {
    let good = false;
    const metadata = ({ refused }: MetadataRequest) => ({ authorization: refused && good ? "new" : "old" });
    valid.add("new");
    const one = client({ metadata, refreshMetadata: true });
    expect(await one.infer({ x: 1 })).toMatchObject({ kind: "unauthorized" });
    good = true;
    // Told that the last call was refused, it gives the new one at once; then the old one again.
    expect(isError(await one.infer({ x: 1 }))).toBe(false);
    expect(isError(await one.infer({ x: 1 }))).toBe(false);
    expect(tokens()).toEqual(["old", "old", "new", "old", "new"]);
  });

  it("leaves out of nothing that inferMany was given: all instances are answered when a token ends in its middle", async () => {
    const { metadata, told } = tokenSource();
    let calls = 0;
    server.answer = ({ headers }, response) =>
      headers.authorization === (++calls > 3 ? "t2" : "t1")
        ? accept(response)
        : response.writeHead(401).end();
    const many = Array.from({ length: 8 }, (_, x) => ({ x }));
    const answered = new Set<number>();
    const run = client({ metadata, refreshMetadata: true }).inferMany(many, { maxBatchCount: 1 });
    for await (const { index, outcome } of run) {
      expect(isError(outcome)).toBe(false);
      answered.add(index);
    }
    expect(answered.size).toBe(many.length);
    expect(told.filter((refused) => refused)).toHaveLength(1);
  });

  it("does not ask again for a failure that is no refusal", async () => {
    const { metadata, told } = tokenSource();
    server.answer = (_, response) => response.writeHead(503).end();
    expect(await client({ metadata, refreshMetadata: true }).infer({ x: 1 })).toMatchObject({
      kind: "worker-down",
    });
    expect(told).toEqual([false]);
  });

  it("takes gRPC's own UNAUTHENTICATED for a refusal, as it does HTTP 401", async () => {
    const { metadata, told } = tokenSource();
    server.answer = ({ headers }, response) =>
      headers.authorization === "t2"
        ? accept(response)
        : response
            .writeHead(200, { "content-type": "application/grpc-web+proto", "grpc-status": "16" })
            .end();
    expect(isError(await client({ metadata, refreshMetadata: true }).infer({ x: 1 }))).toBe(false);
    expect(told).toEqual([false, true]);
  });
});
