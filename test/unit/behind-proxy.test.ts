/** What frameworks make of objects in their state: a Proxy of each, and of what it holds. */

import { expect, it } from "vitest";
import { Client, int32, type Outcome, type Tensor, tensor, unwrap } from "../../src/client/index.ts";
import { PhotoQueue } from "../../src/photos/index.ts";
import type { ReplyServer } from "../setup/reply-server.ts";
import { good, withReplyServer } from "./add-calls.ts";

let server: ReplyServer;
const { client, request } = withReplyServer((started) => {
  server = started;
});

/** As Vue's `reactive`: objects, class instances and arrays are wrapped, whatever has a tag of its own is not. */
function reactive<T>(value: T): T {
  const tag = Object.prototype.toString.call(value);
  if (!/Object|Array\]/.test(tag) || /\w+\d+Array/.test(tag) || !Object.isExtensible(value)) return value;
  return new Proxy(value as object, {
    get: (of, name, receiver) => reactive(Reflect.get(of, name, receiver)),
  }) as T;
}

it("a client in a framework's state infers, also many, and probes", async () => {
  server.answerReplies(good, good, good);
  const state = reactive({ client: client({ metadata: { authorization: "Bearer t" }, retry: {} }) });
  const [outcome] = unwrap(await state.client.infer({ x1: 1 }, reactive({ metadata: { team: "a" } })));
  expect((outcome as { y: Tensor }).y.toArray()).toEqual([2, 2]);
  expect(server.requests[0]!.headers).toMatchObject({ authorization: "Bearer t", team: "a" });
  const run = reactive({ run: state.client.inferMany(reactive([{ x1: 1 }])) }).run;
  run.pause();
  run.resume();
  const outcomes: Outcome[] = [];
  for await (const { outcome } of run) outcomes.push(outcome);
  expect(outcomes).toEqual([{ y: tensor([2, 2]) }]);
  expect(await state.client.probe()).toMatchObject({ proxy: true });
});

it("a result in a framework's state reads as one outside of it, and can be sent", async () => {
  server.answerReplies(good, good);
  const state = reactive({ result: unwrap(await client().infer({ x1: 1 })) });
  const { y } = state.result[0] as { y: Tensor };
  expect([y.size, String(y), y.toArray(), y.shape, y.data, JSON.stringify(y)]).toEqual([
    2,
    "array([2., 2.], dtype=float32)",
    [2, 2],
    [2],
    new Float32Array([2, 2]),
    '{"dtype":"float32","shape":[2],"data":[2,2]}',
  ]);
  expect(reactive(tensor([[7]])).item()).toBe(7);
  server.requests.length = 0;
  const inputs = { a: y, b: int32(5), c: new Float64Array([1]), d: tensor(reactive([[1, 2]])) };
  await client({ release: "2.0" }).infer(reactive([inputs, inputs]));
  const proxied = request(2).instances;
  server.requests.length = 0;
  await client({ release: "2.0" }).infer([inputs, inputs]);
  expect(proxied).toHaveLength(2);
  expect(proxied).toEqual(request(2).instances);
});

it("a queue of photos in a framework's state takes files and settles them", async () => {
  const make = () => client({ release: "2.0" });
  server.answerReplies(good);
  const { queue } = reactive({ queue: new PhotoQueue({ client: make }) });
  const [photo] = queue.add([new File(["bytes"], "a.png", { type: "image/png" })]);
  const { state } = await queue.whenSettled(photo!.id);
  expect(state.name).toBe("done");
  expect([queue.photos.size, queue.tally.settled, queue.pace.rate(0), queue.paused]).toEqual([
    1,
    1,
    undefined,
    false,
  ]);
  queue.remove();
  expect(queue.tally.all).toBe(0);
});

it("a client shows its metadata to nobody who prints it", () => {
  const shown = new Client("localhost", "add", "add_common", { metadata: { authorization: "secret" } });
  expect(Object.keys(shown)).toEqual(["address", "servable", "method"]);
  expect(JSON.stringify(shown)).not.toContain("secret");
});
