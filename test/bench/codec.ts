/** Codec only, in Node: values to a request's bytes (ours: to parts), a reply's bytes to values a page can use. */

import { join } from "node:path";
import { toResult } from "../../src/client/serving/outcome.ts";
import { encodeInstances } from "../../src/wire/instance.ts";
import { InstanceReader } from "../../src/wire/instance-reader.ts";
import { bytesBefore } from "../../src/wire/placement.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { RequestHeaders } from "../../src/wire/request-headers.ts";
import { HERE, PEERS } from "./generate.ts";
import { inputsOf } from "./inputs.ts";
import { median, table } from "./report.ts";
import { type Item, makeReply, makeWork, WORK_TEXTS, type WorkName } from "./work.ts";

interface Codec {
  encode(instances: Item[][]): unknown;
  decode(bytes: Uint8Array): unknown;
}

/** As a client keeps them. */
const READER = new InstanceReader(true);
const HEADERS = new RequestHeaders();

const OURS: Codec = {
  encode: (instances) => {
    const spec = { name: "servable", method: "method", version: 0n };
    return encodeRequest({ spec, instances: encodeInstances(inputsOf(instances)) }, [2], HEADERS).length;
  },
  decode: (bytes) => toResult(decodeReply(bytes, READER), "2.0"),
};

const ENCODED: WorkName[] = ["small", "jpegs", "tensor-up", "file-up", "scores-down"];
const DECODED: WorkName[] = ["small", "tensor-down", "scores-down"];

/** Medians (and the least) in µs. Files stay Files for ours; the peers, whose messages hold arrays, get them read already. */
export async function codecTable(rounds: number): Promise<string> {
  const codecs = new Map<string, Codec>([["ours", OURS]]);
  for (const peer of Object.keys(PEERS)) {
    codecs.set(peer, (await import(join(HERE, "peers", `${peer}.js`))) as Codec);
  }
  const { readItems } = (await import(
    join(HERE, "peers", "values.js")
  )) as typeof import("./peers/values.ts");
  const rows: string[][] = [];
  for (const name of ENCODED) {
    const instances = makeWork(name);
    const items = await readItems(instances);
    const runs = [...codecs].map(
      ([stack, codec]) =>
        () =>
          codec.encode(stack === "ours" ? instances : items),
    );
    rows.push([`encode the request of "${WORK_TEXTS[name].text}"`, ...timeAll(runs, rounds)]);
  }
  for (const name of DECODED) {
    const reply = makeReply(name);
    // Each stack gets the message where its own transport puts it: the peers' at the start of an array, ours so
    // that the first large tensor lies aligned. Ours moves data in it, so it is written anew before each call.
    const start = bytesBefore(reply);
    const memory = new Uint8Array(start + reply.length);
    const prepare = () => memory.set(reply, start);
    const runs = [...codecs].map(([stack, codec]) =>
      stack === "ours" ? () => codec.decode(memory.subarray(start)) : () => codec.decode(reply),
    );
    rows.push([`decode the reply of "${WORK_TEXTS[name].text}"`, ...timeAll(runs, rounds, prepare)]);
  }
  return table(["µs", "ours", ...Object.values(PEERS)], rows);
}

/** The stacks take turns, so that whatever else the machine does hits all of them. */
function timeAll(runs: (() => unknown)[], rounds: number, prepare: () => void = () => {}): string[] {
  const time = (run: () => unknown, calls: number) => {
    let ms = 0;
    for (let call = 0; call < calls; call++) {
      prepare();
      const started = performance.now();
      run();
      ms += performance.now() - started;
    }
    return ms / calls;
  };
  const calls = runs.map((run) => {
    const warm = performance.now();
    while (performance.now() - warm < 1000) time(run, 1);
    return Math.min(2000, Math.max(1, Math.round(5 / time(run, 1))));
  });
  const samples = runs.map((): number[] => []);
  for (let round = 0; round < rounds * 2; round++) {
    runs.forEach((run, i) => {
      samples[i]!.push(time(run, calls[i]!) * 1000);
    });
  }
  const text = (us: number) => us.toFixed(us < 10 ? 1 : 0);
  return samples.map((values) => `${text(median(values))} (${text(Math.min(...values))})`);
}
