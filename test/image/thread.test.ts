/** Where the work is done: in one worker that comes and goes, or inline; aborts; and the main thread meanwhile. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { complaintsOf, launchBrowser } from "../browser/browser.ts";
import { jpeg, noise, png, scene } from "./made-pictures.ts";
import { type ImageServer, NO_WORKERS, openImagePage, STRICT, serveImages } from "./served-page.ts";

let browser: Browser;
let server: ImageServer;
let page: Page;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveImages()]);
  server.policy = STRICT;
  server.files.set("dots", await png(noise(20, 10)));
});
afterAll(() => Promise.all([browser?.close(), server?.close()]));
beforeEach(async () => {
  page = await openImagePage(browser, server);
});
afterEach(async () => {
  await page.close();
  server.policy = STRICT;
});

/** In the page: a tensor's shape, with what goes wrong thrown. */
const shapeOfDots = async () => {
  const file = await imageTools.fetchFile("dots");
  return (await imageTools.toTensor(file)).shape;
};

it("one worker does all jobs, under a policy of script-src and worker-src 'self'", async () => {
  const complaints = complaintsOf(page);
  expect(page.workers()).toHaveLength(0);
  const shapes = await page.evaluate(async () => {
    const file = await imageTools.fetchFile("dots");
    return Promise.all(Array.from({ length: 7 }, async () => (await imageTools.toTensor(file)).shape.join()));
  });
  expect(shapes).toEqual(new Array(7).fill("3,10,20"));
  expect(page.workers().map((worker) => worker.url())).toEqual([
    expect.stringMatching(/\/assets\/image-worker-.*\.js$/),
  ]);
  expect(complaints).toEqual([]);
});

/** A job but for its picture. */
const ENCODE = {
  kind: "encode",
  maxSide: 5,
  onlyIfNeeded: false,
  laysTransparent: false,
  type: "image/png",
  quality: 1,
  background: "white",
} as const;

it("the worker ends when nothing is left to do, and the next job starts another", async () => {
  for (let round = 0; round < 2; round++) {
    const started = page.waitForEvent("worker");
    const ended = started.then((worker) => worker.waitForEvent("close"));
    await page.evaluate(async (job) => {
      const thread = new imageTools.ImageThread(0);
      await thread.run({ ...job, still: await imageTools.fetchFile("dots") });
    }, ENCODE);
    await ended;
  }
  expect(page.workers()).toHaveLength(0);
});

it("where the policy forbids workers, the work is done inline", async () => {
  await page.close();
  server.policy = NO_WORKERS;
  page = await openImagePage(browser, server);
  expect(await page.evaluate(shapeOfDots)).toEqual([3, 10, 20]);
  expect(await page.evaluate(shapeOfDots)).toEqual([3, 10, 20]);
  expect(page.workers()).toHaveLength(0);
});

it("without OffscreenCanvas, the work is done on a canvas element", async () => {
  const type = await page.evaluate(async () => {
    Reflect.deleteProperty(globalThis, "OffscreenCanvas");
    const file = await imageTools.fetchFile("dots");
    await imageTools.toTensor(file);
    return (await imageTools.toUpload(file, { type: "image/webp", quality: 0.1 })).type;
  });
  expect(type).toBe("image/webp");
  expect(page.workers()).toHaveLength(0);
});

it("inside a worker of the page's own, the work is done there", async () => {
  const answer = await page.evaluate(async () => {
    const worker = new Worker("/own-worker.js", { type: "module" });
    const next = () =>
      new Promise((done) => worker.addEventListener("message", (e) => done(e.data), { once: true }));
    await next();
    worker.postMessage(await imageTools.fetchFile("dots"));
    return next();
  });
  const sum = noise(20, 10).data.reduce((a, b) => a + b, 0);
  expect(answer).toEqual({ sum, shape: [3, 10, 20], type: "image/webp" });
  expect(page.workers()).toHaveLength(1);
});

it("an abort before, while waiting or under way ends the job, and later ones still work", async () => {
  const told = await page.evaluate(async () => {
    const file = await imageTools.fetchFile("dots");
    const before = await imageTools.errorOf(() =>
      imageTools.toUpload(file, { signal: AbortSignal.abort(new Error("changed my mind")) }),
    );
    const controllers = Array.from({ length: 6 }, () => new AbortController());
    const runs = controllers.map(({ signal }) =>
      imageTools.errorOf(() => imageTools.toTensor(file, { signal })),
    );
    for (const controller of controllers) controller.abort();
    const later = await imageTools.toTensor(file);
    return [before, ...(await Promise.all(runs)), later.shape.join()];
  });
  expect(told[0]).toBe("AbortError: The image conversion was aborted");
  for (const error of told.slice(1, 7)) expect(error).toMatch(/^AbortError: /);
  expect(told[7]).toBe("3,10,20");
});

it("jobs that wait or run when their signal fires leave no slot taken", async () => {
  const shape = await page.evaluate(async (job) => {
    const thread = new imageTools.ImageThread(0);
    const still = await imageTools.fetchFile("dots");
    const run = (signal?: AbortSignal) => thread.run({ ...job, still }, signal);
    await run();
    const controller = new AbortController();
    const runs = Array.from({ length: 5 }, () => imageTools.errorOf(() => run(controller.signal)));
    controller.abort();
    await Promise.all(runs);
    return (await createImageBitmap((await run())!.file)).width;
  }, ENCODE);
  expect(shape).toBe(5);
});

it("ten 12-megapixel photos become tensors, and the main thread's long tasks are printed", async () => {
  server.files.set("large", await jpeg(scene(4000, 3000), 6, 90));
  const { longest, count, shapes } = await page.evaluate(async () => {
    const file = await imageTools.fetchFile("large");
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    });
    observer.observe({ type: "longtask" });
    const runs = Array.from({ length: 10 }, () => imageTools.toTensor(file, { width: 224, height: 224 }));
    const made = await Promise.all(runs);
    for (const entry of observer.takeRecords()) tasks.push(entry.duration);
    return {
      longest: Math.max(0, ...tasks),
      count: tasks.length,
      shapes: made.map((one) => one.shape.join()),
    };
  });
  console.log(
    `ten 12-megapixel JPEGs to tensors: ${count} long tasks, the longest ${longest} ms (0: none over 50 ms)`,
  );
  expect(shapes).toEqual(new Array(10).fill("3,224,224"));
}, 60_000);

it("MindSpore's way reads no more of a large photo back than the rows and columns that count", async () => {
  server.policy = NO_WORKERS;
  await page.reload();
  await page.waitForFunction(() => "imageTools" in globalThis);
  server.files.set("large", await jpeg(scene(2000, 1500)));
  const read = await page.evaluate(async () => {
    const context = OffscreenCanvasRenderingContext2D.prototype;
    const { getImageData } = context;
    let pixels = 0;
    context.getImageData = function (x, y, width, height) {
      pixels += width * height;
      return getImageData.call(this, x, y, width, height);
    };
    await imageTools.toTensor(await imageTools.fetchFile("large"), { resize: 64, crop: [32, 43] });
    return pixels;
  });
  // 32 rows with up to two each, of which the middle half of the columns.
  expect(read).toBeGreaterThan(32 * 900);
  expect(read).toBeLessThanOrEqual(64 * 1010);
});
