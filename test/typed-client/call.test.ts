/** A typed client of a real file, written by the command's parts, calls the demo worker. */

import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { readServable } from "../../src/cli/signature/servable-file.ts";
import { Client, type ServableMethod, tensor } from "../../src/client/index.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { generated } from "./generated.ts";

const FOLDER = ".cache/typed-client";

let worker: DemoServing;
let proxy: Served;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0 });
  proxy = await serve({ port: 0, bridge: { worker: worker.address }, appDir: "/nonexistent" });
});
afterAll(async () => {
  await proxy?.close();
  await worker?.close();
});

/** What a page imports of the file that was written. */
async function written() {
  const { signature } = readServable("src/serving/servables/add/servable_config.py");
  mkdirSync(FOLDER, { recursive: true });
  const path = resolve(`${FOLDER}/add-called.ts`);
  writeFileSync(path, generated(JSON.stringify(signature), "servable_config.py", "../../src"));
  const { Add, add } = await import(path);
  const calls = new Add(proxy.url) as Record<string, (input: object, options?: object) => Promise<unknown>>;
  return { calls, methods: add as Record<string, ServableMethod> };
}

const x = tensor([
  [1, 2],
  [3, 4],
]);

it("a method takes one instance and gives its outcome, also taken out of the object", async () => {
  const { addCommon } = (await written()).calls;
  expect(await addCommon!({ x1: x, x2: x })).toMatchObject({ y: { dtype: "float32", shape: [2, 2] } });
});

it("an instance that can't be right is refused before it is sent", async () => {
  const { calls } = await written();
  await expect(calls.addCommon!({ x1: x, x2: "text" })).rejects.toThrow(
    new TypeError('the instance, input "x2": expected a tensor, given a string'),
  );
});

it("a failure is the outcome, and an abort is thrown", async () => {
  const { calls } = await written();
  expect(await calls.addCast!({ x1: tensor([1, 2, 3]), x2: x })).toMatchObject({ kind: "invalid-input" });
  const call = calls.addCast!({ x1: x, x2: x }, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

it("a client of the method sends many", async () => {
  const { methods } = await written();
  const client = new Client(proxy.url, methods.addCast!);
  expect(
    await client.infer([
      { x1: x, x2: x },
      { x1: 5, x2: x },
    ]),
  ).toHaveLength(2);
});
