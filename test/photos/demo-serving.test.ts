/** The queue in plain Node: real photos through client, bridge and demo Serving, as a user's own program sends them. */

import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { Client } from "../../src/client/index.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { loadClassifier } from "../../src/demo-serving/index.ts";
import { PhotoQueue } from "../../src/photos/index.ts";

let demo: DemoServing;
let proxy: Served;
beforeAll(async () => {
  demo = await startDemoServing({ port: 0, classifier: await loadClassifier() });
  proxy = await serve({ port: 0, appDir: "dist/app", bridge: { worker: demo.address } });
});
afterAll(async () => {
  await proxy?.close();
  await demo?.close();
});

async function photo(name: string): Promise<File> {
  return new File([await readFile(`dist/app/samples/${name}`)], name);
}

describe("a queue of photos in Node", () => {
  it("finds what is on real photos, and a file that is no photo costs only itself", async () => {
    const client = new Client("localhost", proxy.port, "resnet50", "classify_top5");
    const settled: string[] = [];
    const queue = new PhotoQueue({ client: () => client, onSettled: ({ path }) => settled.push(path) });
    const files = [
      await photo("panda.jpg"),
      new File(["no photo"], "notes.txt"),
      await photo("strawberries.jpg"),
    ];
    const ended = await Promise.all(queue.add(files).map(({ id }) => queue.whenSettled(id)));
    expect(ended.map(({ state }) => (state.name === "done" ? state.labels[0]?.name : state.name))).toEqual([
      "giant panda",
      "failed",
      "strawberry",
    ]);
    expect(ended[0]!.state).toMatchObject({ sentBytes: files[0]!.size, together: 3 });
    expect(ended[1]!.state).toMatchObject({ failure: { kind: "model-failed", scope: "instance" } });
    expect(settled.sort()).toEqual(["notes.txt", "panda.jpg", "strawberries.jpg"]);
    expect(queue.tally).toMatchObject({ all: 3, done: 2, failed: 1, open: 0 });
    expect(queue.halt).toBeUndefined();
  });

  it("waits for a Serving that is gone, and goes on when it is back, without losing a photo", async () => {
    const own = await startDemoServing({ port: 0, classifier: await loadClassifier() });
    const port = Number(own.address.split(":").at(-1));
    const bridge = await serve({ port: 0, appDir: "dist/app", bridge: { worker: own.address } });
    const client = new Client("localhost", bridge.port, "resnet50", "classify_top5");
    const queue = new PhotoQueue({ client: () => client });
    await own.close();
    const [added] = queue.add([await photo("panda.jpg")]);
    await expect.poll(() => queue.halt?.passing).toBe(true);
    expect(queue.photos.get(added!.id)!.state).toEqual({ name: "waiting" });
    const back = await startDemoServing({ port, classifier: await loadClassifier() });
    expect((await queue.whenSettled(added!.id)).state.name).toBe("done");
    await bridge.close();
    await back.close();
  });
});
