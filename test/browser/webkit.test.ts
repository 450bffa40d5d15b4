/** WebKit: the client against the real bridge and demo worker, and pictures. */

import { Buffer } from "node:buffer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import type { Progress } from "../../src/client/index.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { jpeg, load, meanDifference, noise, pixelsOf, planes, png, scene } from "../image/made-pictures.ts";
import { type ImageServer, serveImages } from "../image/served-page.ts";
import { ReplyServer } from "../setup/reply-server.ts";
import { note } from "../setup/summary.ts";
import { type Realm, serveClient } from "./realm.ts";
import { openWebKit, webKitMissing } from "./webkit.ts";

/** Closed in the reverse of the order in which they were opened. */
const parts: { close(): Promise<void> }[] = [];
const opened = <P extends { close(): Promise<void> }>(part: P): P => {
  parts.unshift(part);
  return part;
};

const skipped = webKitMissing && ` (skipped: ${webKitMissing})`;

describe.skipIf(webKitMissing)(`calls in WebKit${skipped}`, () => {
  let realm: Awaited<ReturnType<typeof openWebKit>>;
  let url: string;
  /** The same without a word on the page's origin. */
  let closedUrl: string;
  beforeAll(async () => {
    const page = opened(await ReplyServer.start());
    await serveClient(page);
    const worker = opened(await startDemoServing({ port: 0, classifier: fakeClassifier() }));
    const bridge = { worker: worker.address, origins: [page.address] };
    url = opened(await serve({ port: 0, appDir: "dist/app", bridge })).url;
    closedUrl = opened(await serve({ port: 0, appDir: "dist/app", bridge: { worker: worker.address } })).url;
    realm = opened(await openWebKit(page.address));
    note("WebKit", `WebKitGTK ${realm.version}`);
  });
  afterAll(async () => {
    for (const part of parts) await part.close();
  });

  it("the tutorial's tensors come back added, and one bad instance fails alone", async () => {
    const shown = await realm.evaluate(async (address) => {
      const { Client, int32, isError, tensor, unwrap } = globalThis.serving;
      const two = tensor([2, 2, 2, 2], "float32", [2, 2]);
      const result = await new Client(address, "add", "add_common").infer([
        { x1: two, x2: two },
        { x1: two, x2: int32(2) },
      ]);
      return unwrap(result).map((outcome) => (isError(outcome) ? outcome.kind : String(outcome.y)));
    }, url);
    expect(shown).toEqual(["array([[4., 4.], [4., 4.]], dtype=float32)", "invalid-input"]);
  });

  it("a File goes up and its progress is told", async () => {
    const { label, last, total } = await realm.evaluate(async (address) => {
      const { Client, unwrap } = globalThis.serving;
      const image = new File(["x".repeat(1_000_000)], "a.jpg");
      const steps: Progress[] = [];
      const client = new Client(address, "resnet50", "classify_top1");
      const result = await client.infer({ image }, { onProgress: (step) => steps.push(step) });
      const { uploaded: last, uploadTotal: total } = steps.at(-1)!;
      return { label: unwrap(unwrap(result)[0]!).label, last, total };
    }, url);
    expect(label).toBe(`${"x".repeat(1_000_000)}, 1`);
    expect(total).toBeGreaterThan(1_000_000);
    expect(last).toBe(total);
  });

  it("a proxy that does not know the page is told apart from one that is not there", async () => {
    const kinds = await realm.evaluate(
      async (addresses) => {
        const { Client } = globalThis.serving;
        const probes = addresses.map((address) => new Client(address, "add", "add_common").probe());
        return (await Promise.all(probes)).map(({ method, error }) => error?.kind ?? method);
      },
      [url, closedUrl, "http://127.0.0.1:1"],
    );
    expect(kinds).toEqual([true, "cors", "proxy-unreachable"]);
  });
});

describe.skipIf(webKitMissing)(`pictures in WebKit${skipped}`, () => {
  let server: ImageServer;
  let realm: Realm;
  beforeAll(async () => {
    server = await serveImages();
    realm = await openWebKit(server.address, "imageTools");
  });
  afterAll(async () => {
    await realm?.close();
    await server?.close();
  });

  it("a lossless picture's pixels are exact", async () => {
    const dots = noise(61, 37);
    server.files.set("dots.png", await png(dots));
    const made = await realm.evaluate(async (name) => {
      const { shape, data } = await imageTools.toTensor(await imageTools.fetchFile(name));
      return { shape, data: Array.from(data) };
    }, "dots.png");
    expect(made).toEqual({ shape: [3, 37, 61], data: planes(dots) });
  });

  it("a photo on its side is turned upright and made smaller, in a worker", async () => {
    const photo = scene(240, 160);
    server.files.set("side.jpg", await jpeg(photo, 6));
    const base64 = await realm.evaluate(async (name) => {
      const upload = await imageTools.toUpload(await imageTools.fetchFile(name), { maxSide: 120 });
      return imageTools.toBase64(upload);
    }, "side.jpg");
    const made = await pixelsOf(Buffer.from(base64, "base64"));
    const expected = await load(photo).rotate(90).resize(80, 120, { fit: "fill" }).raw().toBuffer();
    expect([made.width, made.height]).toEqual([80, 120]);
    expect(meanDifference(made.data, expected)).toBeLessThan(3);
    expect(server.requests.some((path) => path.includes("image-worker"))).toBe(true);
  });

  it("what is no image is told", async () => {
    server.files.set("text.txt", new TextEncoder().encode("no image"));
    const told = await realm.evaluate(async (name) => {
      const file = await imageTools.fetchFile(name);
      return imageTools.errorOf(() => imageTools.toTensor(file));
    }, "text.txt");
    expect(told).toContain('EncodingError: "text.txt"');
  });
});
