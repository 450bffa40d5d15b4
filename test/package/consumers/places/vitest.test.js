// A page's tests with Vitest, in jsdom and in happy-dom: calls go to a real proxy.

import { readFileSync } from "node:fs";
import { Client, isError, tensor } from "mindspore-serving-web";
import { toUpload } from "mindspore-serving-web/image";
import { PhotoQueue } from "mindspore-serving-web/photos";
import { expect, it } from "vitest";
import { reactive, ref } from "vue";

const proxy = readFileSync("proxy.txt", "utf8");
const add = () => new Client(proxy, "add", "add_common");
const ones = tensor([
  [1, 1],
  [1, 1],
]);
const JPEG = [0xff, 0xd8, 0xff, 0xda, 0, 2];

it("adds and probes", async () => {
  const [outcome] = await add().infer({ x1: ones, x2: ones });
  expect(outcome.y.toArray()).toEqual([
    [2, 2],
    [2, 2],
  ]);
  expect(outcome.y.data).toBeInstanceOf(Float32Array);
  expect(await add().probe()).toMatchObject({ method: true, inputs: ["x1", "x2"] });
});

it("tells of an upload's progress", async () => {
  const told = [];
  await add().infer({ x1: ones, x2: ones }, { onProgress: (progress) => told.push(progress) });
  expect(told.at(-1).downloaded).toBeGreaterThan(0);
});

it.each([
  ["a Blob", () => new Blob(["abcdefghijklmnop"])],
  ["a File", () => new File(["abcdefghijklmnop"], "a.bin")],
  ["an array", () => new TextEncoder().encode("abcdefghijklmnop")],
])("sends the bytes of %s", async (_, make) => {
  const result = await new Client(proxy, "echo", "echo").infer({ a: make() });
  if (isError(result)) throw new Error(result.error);
  expect(new TextDecoder().decode(result[0].out)).toBe("abcdefghijklmnop");
});

it("prepares a photo that is fine as it is", async () => {
  const photo = new File([new Uint8Array(JPEG)], "a.jpg", { type: "image/jpeg" });
  expect(await toUpload(photo)).toBe(photo);
});

it("keeps client, tensors, results and queue in Vue's state", async () => {
  const client = ref(add());
  const state = reactive({ x: ones, result: [], queue: new PhotoQueue({ client: () => client.value }) });
  const result = await client.value.infer(reactive([{ x1: state.x, x2: state.x }]));
  state.result = result;
  expect(state.result[0].y.toArray()).toEqual([
    [2, 2],
    [2, 2],
  ]);
  expect(state.result[0].y.data).toEqual(new Float32Array([2, 2, 2, 2]));
  expect(JSON.stringify(state.result)).toBe(JSON.stringify(result));
  const many = ref(client.value.inferMany([{ x1: ones, x2: ones }]));
  many.value.pause();
  many.value.resume();
  for await (const { outcome } of many.value) expect(String(outcome.y)).toBe(String(result[0].y));
  expect((await client.value.probe()).servable).toBe(true);
  expect(state.queue.add([]).length + state.queue.tally.all + state.queue.photos.size).toBe(0);
});

it("defines the elements and shows a form", async () => {
  await import("mindspore-serving-web/elements");
  document.body.innerHTML = `<serving-method address="${proxy}" servable="add" method="add_common"></serving-method>`;
  const { shadowRoot } = document.querySelector("serving-method");
  await expect.poll(() => shadowRoot.textContent).toContain("x1");
});
