/**
 * `npm run bench:photos`: a page classifies 1,000 photos with `inferMany` through bridge, demo worker and real
 * weights. Prints outcomes, blocks of the main thread (long tasks, over 50 ms each) and what memory the page took.
 */

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { samples } from "../../src/samples/index.ts";
import { openClientPage } from "../browser/client-page.ts";
import { startCommand } from "../browser/command.ts";
import { findBrowser } from "../setup/browser.ts";

const COUNT = Number(process.argv[2] ?? 1000);

const found = await findBrowser();
if ("missing" in found) throw new Error(found.missing);
const browser = await chromium.launch({
  executablePath: found.path,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info"],
});
const opened = await openClientPage(browser);
const command = await startCommand(["--proxy", "bridge", "--origin", opened.server.address]);
try {
  // tsx wraps functions in a helper of its own, which the page's copy of the code below needs too.
  await opened.page.evaluate("globalThis.__name = (f) => f");
  const photos = samples.map(({ file }) => readFileSync(`dist/app/samples/${file}`).toString("base64"));
  const result = await opened.page.evaluate(
    async ({ photos, address, count }) => {
      const { Client, isError } = globalThis.serving;
      const blobs = await Promise.all(
        photos.map(async (photo) => (await fetch(`data:image/jpeg;base64,${photo}`)).blob()),
      );
      const heap = () =>
        (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
      const longTasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      }).observe({ type: "longtask" });
      // Each photo is a File of its own, made when its turn comes, as if it were opened then.
      async function* source() {
        for (let i = 0; i < count; i++) {
          yield { image: new File([await blobs[i % blobs.length]!.arrayBuffer()], `${i}.jpg`) };
        }
      }
      const client = new Client(address, "resnet50", "classify_top1");
      const before = heap();
      let peak = 0;
      let failed = 0;
      const labels = new Map<string, number>();
      const started = performance.now();
      for await (const { outcome } of client.inferMany(source(), { maxBatchCount: 16 })) {
        peak = Math.max(peak, heap());
        if (isError(outcome)) failed++;
        else labels.set(String(outcome.label), (labels.get(String(outcome.label)) ?? 0) + 1);
      }
      const seconds = (performance.now() - started) / 1000;
      const bytes = blobs.reduce((sum, { size }) => sum + size, 0) * (count / blobs.length);
      return { failed, labels: [...labels], seconds, longTasks, extraHeap: peak - before, bytes };
    },
    { photos, address: command.url, count: COUNT },
  );
  const MB = 2 ** 20;
  console.log(
    `${COUNT} photos, ${(result.bytes / MB).toFixed(0)} MB in all, ${result.failed} failed, ${result.seconds.toFixed(0)} s`,
  );
  console.log(`JS heap above idle at its peak: ${(result.extraHeap / MB).toFixed(1)} MB`);
  console.log(
    `long tasks: ${result.longTasks.length}, longest ${Math.max(0, ...result.longTasks).toFixed(0)} ms`,
  );
  for (const [label, n] of result.labels) console.log(`  ${n} × ${label}`);
} finally {
  await command.stop();
  await opened.close();
  await browser.close();
}
