/** The client in WebKit, against the real bridge and demo worker. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Progress } from "../../src/client/index.ts";
import { serve } from "../../src/proxy/serve.ts";
import { startWorker } from "../../src/worker/worker.ts";
import { ReplyServer } from "../setup/reply-server.ts";
import { note } from "../setup/summary.ts";
import { fakeClassifier } from "../worker/fake-classifier.ts";
import { serveClient } from "./realm.ts";
import { openWebKit, webKitMissing } from "./webkit.ts";

/** Closed in the reverse of the order in which they were opened. */
const parts: { close(): Promise<void> }[] = [];
const opened = <P extends { close(): Promise<void> }>(part: P): P => {
  parts.unshift(part);
  return part;
};

describe.skipIf(webKitMissing)(`WebKit${webKitMissing && ` (skipped: ${webKitMissing})`}`, () => {
  let realm: Awaited<ReturnType<typeof openWebKit>>;
  let url: string;
  /** The same without a word on the page's origin. */
  let closedUrl: string;
  beforeAll(async () => {
    const page = opened(await ReplyServer.start());
    await serveClient(page);
    const worker = opened(await startWorker({ port: 0, classifier: fakeClassifier() }));
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
