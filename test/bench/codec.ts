/** Codec only, in Node: values to a request's bytes (ours: to parts), a reply's bytes to values a page can use. */

import { join } from "node:path";
import { encodeInstances } from "../../src/client/instance.ts";
import { toResult } from "../../src/client/outcome.ts";
import { decodeReply } from "../../src/client/wire/reply.ts";
import { encodeRequest } from "../../src/client/wire/request.ts";
import { HERE, PEERS } from "./generate.ts";
import { inputsOf } from "./inputs.ts";
import { median, table } from "./report.ts";
import { type Item, makeReply, makeWork, WORK_TEXTS, type WorkName } from "./work.ts";

interface Codec {
  encode(instances: Item[][]): unknown;
  decode(bytes: Uint8Array): unknown;
}

const OURS: Codec = {
  encode: (instances) => {
    const spec = { name: "servable", method: "method", version: 0n };
    return encodeRequest({ spec, instances: encodeInstances(inputsOf(instances)) }, [2]).length;
  },
  decode: (bytes) => toResult(decodeReply(bytes), "2.0"),
};

const ENCODED: WorkName[] = ["small", "jpegs", "tensor-up", "file-up", "scores-down"];
const DECODED: WorkName[] = ["small", "tensor-down", "scores-down"];

/** Medians in µs. Files stay Files for ours; the peers, whose messages hold arrays, get them read already. */
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
    const runs = [...codecs.values()].map((codec) => () => codec.decode(reply));
    rows.push([`decode the reply of "${WORK_TEXTS[name].text}"`, ...timeAll(runs, rounds)]);
  }
  return table(["µs", "ours", ...Object.values(PEERS)], rows);
}

/** The stacks take turns, so that whatever else the machine does hits all of them. */
function timeAll(runs: (() => unknown)[], rounds: number): string[] {
  const samples = runs.map((): number[] => []);
  const calls = runs.map((run) => {
    for (let i = 0; i < 20; i++) run();
    const started = performance.now();
    run();
    return Math.min(2000, Math.max(1, Math.round(5 / (performance.now() - started))));
  });
  for (let round = 0; round < rounds * 2; round++) {
    runs.forEach((run, i) => {
      const started = performance.now();
      for (let call = 0; call < calls[i]!; call++) run();
      samples[i]!.push(((performance.now() - started) / calls[i]!) * 1000);
    });
  }
  return samples.map((values) => {
    const us = median(values);
    return us < 10 ? us.toFixed(1) : us.toFixed(0);
  });
}
