/**
 * Runs in the page: it measures itself and posts what it found, since a debugger that is attached slows a large
 * upload down many times over.
 */

import { Client, unwrap } from "../../src/client/index.ts";
import { requestBody } from "../../src/client/transport/request-body.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInstances } from "../../src/wire/instance.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { inputsOf } from "./inputs.ts";
import { connect as connectWeb } from "./peers/connect.ts";
import { connect as grpcWeb } from "./peers/grpc-web.ts";
import { connect as niceGrpc } from "./peers/nice-grpc.ts";
import { connect as protobufTs } from "./peers/protobuf-ts.ts";
import { readItems, SPEC } from "./peers/values.ts";
import type { Results, Sample, Samples } from "./samples.ts";
import { type Item, makeWork, WORK_TEXTS, WORKS, type WorkName } from "./work.ts";

/** One call of a stack, prepared as far as a page can prepare it. */
type Call = () => Promise<unknown>;

type Connect = (address: string) => (instances: Item[][]) => Promise<unknown>;

const PEERS: Record<string, Connect> = {
  "grpc-web": grpcWeb,
  connect: connectWeb,
  "protobuf-ts": protobufTs,
  "nice-grpc": niceGrpc,
};

const ours =
  (onProgress?: () => void): Connect =>
  (address) => {
    const client = new Client(address, SPEC.name, SPEC.methodName);
    return async (instances) =>
      unwrap(await client.infer(inputsOf(instances), onProgress ? { onProgress } : {}));
  };

/** The same bytes with `fetch` alone: a body made beforehand (an array, or a `Blob`), and a reply that nobody looks into. */
async function rawCall(address: string, instances: Item[][], asBlob = false): Promise<Call> {
  const spec = { name: SPEC.name, method: SPEC.methodName, version: 0n };
  const encoded = encodeRequest({ spec, instances: encodeInstances(inputsOf(instances)) }, [2]);
  const parts = await Promise.all(
    encoded.parts.map(async (part) =>
      part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part,
    ),
  );
  const body = requestBody({ parts: [concat(parts)], length: encoded.length });
  const bytes = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : body;
  const made = asBlob ? new Blob([bytes]) : bytes;
  const headers = { "content-type": "application/grpc-web+proto", "x-grpc-web": "1" };
  return async () => {
    const reply = await fetch(`${address}/mindspore.serving.proto.MSService/Predict`, {
      method: "POST",
      headers,
      body: made,
    });
    return reply.arrayBuffer();
  };
}

async function callOf(stack: string, address: string, instances: Item[][]): Promise<Call> {
  if (stack === "raw") return rawCall(address, instances);
  if (stack === "raw-blob") return rawCall(address, instances, true);
  if (stack === "ours" || stack === "ours-progress") {
    const call = ours(stack === "ours" ? undefined : () => {})(address);
    return () => call(instances);
  }
  const call = PEERS[stack]!(address);
  return async () => call(await readItems(instances));
}

/** Watches how long the main thread stays away from a timer that asks to run at once. */
function watchBlocks(onTick?: () => void): () => number {
  let longest = 0;
  let last = performance.now();
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    onTick?.();
    timer = setTimeout(tick);
  };
  timer = setTimeout(tick);
  return () => {
    clearTimeout(timer);
    return Math.max(longest, performance.now() - last);
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.();

async function sample(call: Call, calls: number): Promise<Sample> {
  if (calls === 1) {
    collectGarbage();
    await pause(10);
  }
  const longestBlock = watchBlocks();
  const started = performance.now();
  for (let i = 0; i < calls; i++) await call();
  const ms = (performance.now() - started) / calls;
  return { ms, block: longestBlock() };
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

async function measureWork(work: WorkName, stacks: string[], rounds: number): Promise<Samples> {
  const instances = makeWork(work);
  const { calls, rounds: times = 1 } = WORK_TEXTS[work];
  const run = new Map<string, Call>();
  for (const stack of ["raw", ...stacks]) {
    // The server compares these bytes with the raw request's, and refuses others.
    await (await callOf(stack, `${location.origin}/check/${work}`, instances))();
    const call = await callOf(stack, `${location.origin}/${work}`, instances);
    for (let i = 0; i < times; i++) await sample(call, calls);
    run.set(stack, call);
  }
  const samples: Samples = Object.fromEntries(stacks.map((stack) => [stack, []]));
  const raw = run.get("raw")!;
  for (let round = 0; round < rounds * times; round++) {
    let before = await sample(raw, calls);
    for (const stack of shuffled(stacks)) {
      const measured = await sample(run.get(stack)!, calls);
      const after = await sample(raw, calls);
      const mean = { ms: (before.ms + after.ms) / 2, block: (before.block + after.block) / 2 };
      samples[stack]!.push({ raw: mean, stack: measured });
      before = after;
    }
  }
  return samples;
}

/** One call, while the driver watches the browser's memory; gives the growth of the page's own heap, in bytes. */
async function measureHeap(stack: string, work: WorkName): Promise<number> {
  const heap = () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  await (await callOf(stack, `${location.origin}/small`, makeWork("small")))();
  const call = await callOf(stack, `${location.origin}/${work}`, makeWork(work));
  collectGarbage();
  await pause(700);
  await post("memory-begins", {});
  const idle = heap();
  let peak = idle;
  const stop = watchBlocks(() => {
    peak = Math.max(peak, heap());
  });
  const result = await call();
  peak = Math.max(peak, heap());
  stop();
  // What the call gave is alive until here.
  return result === undefined ? 0 : peak - idle;
}

async function post(path: string, value: unknown): Promise<void> {
  await fetch(`/post/${path}`, { method: "POST", body: JSON.stringify(value) });
}

async function main(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const memoryOf = query.get("memory");
  if (memoryOf) {
    await post("result", await measureHeap(memoryOf, query.get("work") as WorkName));
    return;
  }
  const profiled = query.get("profile");
  if (profiled) {
    const work = query.get("work") as WorkName;
    const call = await callOf(profiled, `${location.origin}/${work}`, makeWork(work));
    // For the driver, whose profiler is attached.
    Object.assign(globalThis, {
      async makeCalls(count: number) {
        for (let i = 0; i < count; i++) await call();
      },
    });
    return;
  }
  const results: Results = {};
  const works = query.get("work")!.split(",");
  const stacks = query.get("stacks")!.split(",");
  for (const work of WORKS) {
    if (!works.includes(work)) continue;
    await post("progress", WORK_TEXTS[work].text);
    const all = [...stacks];
    if (work === "tensor-up" || work === "file-up") all.push("ours-progress");
    if (work === "jpegs" || work === "tensor-up" || work === "file-up") all.push("raw-blob");
    results[work] = await measureWork(work, all, Number(query.get("rounds")));
  }
  await post("result", results);
}

main().catch((error) => post("error", `${error?.stack ?? error}`));
