/**
 * `npm run bench:cards`: 1,000 photos on the page Classify. Scrolls through all of them and types into the search,
 * with calls under way and without, and prints the main thread's longest tasks: their CPU time, which is the page's
 * own, and the time by the clock, in which a machine that is busy otherwise has its part.
 */

import { readFileSync } from "node:fs";
import { samples } from "../../src/samples/index.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { startCommand } from "../browser/command.ts";

const COUNT = Number(process.argv[2] ?? 1000);

const command = await startCommand(["--proxy", "bridge"]);
const browser = await launchBrowser(["--enable-precise-memory-info"]);
try {
  const page = await newPage(browser);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(command.url);
  /** Does something and prints how long the main thread's tasks took meanwhile. */
  const measure = async (what: string, work: () => Promise<unknown>) => {
    await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "__metadata"] });
    await work();
    const tasks = mainThreadTasks(await browser.stopTracing());
    const longest = (of: keyof Task) => tasks.reduce((a, b) => (b[of] > a[of] ? b : a), { cpu: 0, clock: 0 });
    const over = (of: keyof Task) => tasks.filter((task) => task[of] > 50).length;
    const ms = (time: number) => `${time.toFixed(0)} ms`;
    const { clock, cpu } = longest("clock");
    console.log(
      `${what}: longest task ${ms(longest("cpu").cpu)} of CPU, ${over("cpu")} over 50 ms (by the clock ${ms(clock)}, with ${ms(cpu)} of CPU, ${over("clock")} over); ${await page.getByRole("article").count()} cards in the page`,
    );
  };
  let open = 0;
  let ended = () => {};
  page.on("request", () => open++);
  const closed = () => {
    open--;
    ended();
  };
  page.on("requestfinished", closed).on("requestfailed", closed);
  /** What was under way when the pause began is through: the model computes no more. */
  const callsEnded = async () => {
    while (open > 0) await new Promise<void>((resolve) => (ended = resolve));
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
  await page.evaluate(
    ([photos, count]) => {
      const parts = photos.map((photo) => Uint8Array.from(atob(photo), (char) => char.charCodeAt(0)));
      const data = new DataTransfer();
      for (let i = 0; i < count; i++) {
        data.items.add(new File([parts[i % parts.length]!], `${i}.jpg`, { type: "image/jpeg" }));
      }
      Object.assign(globalThis, {
        drop: new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
      });
    },
    [photos, COUNT] as const,
  );
  await measure(`${COUNT} photos dropped`, async () => {
    await page.evaluate("document.body.dispatchEvent(drop)");
    await page.locator("app-queue-bar").getByText(`${COUNT} photos`).first().waitFor();
  });
  await measure("scrolled through while calls are under way", scroll);
  await measure("typed while calls are under way", type);
  await page.getByRole("button", { name: "Pause" }).click();
  await callsEnded();
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

interface Task {
  /** Milliseconds. */
  cpu: number;
  clock: number;
}

/** Tasks of the main thread of the page, out of a trace of Chromium's. */
function mainThreadTasks(trace: Buffer): Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: {
      name: string;
      pid: number;
      tid: number;
      dur?: number;
      tdur?: number;
      args?: { name?: string };
    }[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}.${tid}`),
  );
  return traceEvents
    .filter(({ name, pid, tid }) => name === "RunTask" && mains.has(`${pid}.${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ cpu: tdur / 1000, clock: dur / 1000 }));
}
