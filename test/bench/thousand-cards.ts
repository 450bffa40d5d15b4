/**
 * `npm run bench:cards`: 1,000 photos on the page Classify. Scrolls through all of them and types into the search,
 * with calls under way and without, and prints the blocks of the main thread (long tasks, over 50 ms each).
 */

import { readFileSync } from "node:fs";
import { samples } from "../../src/app/samples/samples.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { startCommand } from "../browser/command.ts";

const COUNT = Number(process.argv[2] ?? 1000);

const command = await startCommand(["--proxy", "bridge"]);
const browser = await launchBrowser(["--enable-precise-memory-info"]);
try {
  const page = await newPage(browser);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(command.url);
  await page.evaluate(() => {
    const blocks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.push(Math.round(duration));
    }).observe({ type: "longtask" });
    Object.assign(globalThis, { blocks });
  });

  /** Does something and prints what blocks of the main thread it met. */
  const measure = async (what: string, work: () => Promise<unknown>) => {
    await page.evaluate("blocks.length = 0");
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1000;
    const blocks = (await page.evaluate("blocks")) as number[];
    const cards = await page.getByRole("article").count();
    const told = blocks.length === 0 ? "none" : `${blocks.length}, longest ${Math.max(...blocks)} ms`;
    console.log(`${what}: ${seconds.toFixed(1)} s, blocks over 50 ms: ${told}; ${cards} cards in the page`);
  };
  const scroll = async () => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.mouse.move(700, 500);
    for (let y = 0; y < height; y += 700) {
      await page.mouse.wheel(0, 700);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.evaluate(() => scrollTo(0, 0));
  };
  const type = async () => {
    const search = page.getByRole("searchbox");
    await search.pressSequentially("panda", { delay: 60 });
    await search.press("Control+A");
    await search.press("Delete");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  };

  const photos = samples.map(({ file }) => readFileSync(`dist/app/samples/${file}`).toString("base64"));
  await measure(`${COUNT} photos dropped`, () =>
    page.evaluate(
      async ([photos, count]) => {
        const parts = photos.map((photo) => Uint8Array.from(atob(photo), (char) => char.charCodeAt(0)));
        const data = new DataTransfer();
        for (let i = 0; i < count; i++) {
          data.items.add(new File([parts[i % parts.length]!], `${i}.jpg`, { type: "image/jpeg" }));
        }
        document.body.dispatchEvent(
          new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
        );
        await new Promise((done) => setTimeout(done, 1000));
      },
      [photos, COUNT] as const,
    ),
  );
  await measure("scrolled through while calls are under way", scroll);
  await measure("typed while calls are under way", type);
  await page.getByRole("button", { name: "Pause" }).click();
  await page
    .locator("app-progress")
    .getByText(/paused/)
    .waitFor();
  await measure("scrolled through in a pause", scroll);
  await measure("typed in a pause", type);
  await measure("grouped by label", () =>
    page.getByRole("combobox", { name: "Group" }).selectOption("label"),
  );
  await measure("grouped, scrolled through", scroll);
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  console.log(`JS heap: ${(heap / 2 ** 20).toFixed(1)} MB`);
} finally {
  await browser.close();
  await command.stop();
}
