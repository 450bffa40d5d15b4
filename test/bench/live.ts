/**
 * `npm run bench:live`: the page Live for a minute, with Chromium's own made-up camera (20 frames a second) and a method
 * that answers with a photo's size: answers a second, and the tasks that held the page for more than 50 ms.
 * `-- --seconds 10`.
 */

import { parseArgs } from "node:util";
import { startApp } from "../browser/app-server.ts";
import { launchBrowser } from "../browser/browser.ts";
import { flowers } from "../browser/own-classifier.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });

/** In the page. */
declare global {
  /** Milliseconds of each task above 50. */
  var longTasks: number[];
}

const browser = await launchBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
const app = await startApp({ servables: [flowers] });
try {
  const page = await browser.newPage({ locale: "en-US" });
  await page.addInitScript(() => {
    localStorage.setItem("settings", JSON.stringify({ servable: "flowers", method: "size" }));
  });
  await page.goto(`${app.url}/#/live`);
  await page.getByRole("button", { name: "Start the camera" }).click();
  await page.getByText(/answers a second/).waitFor();
  let answers = 0;
  page.on("requestfinished", (request) => {
    if (request.url().endsWith("/Predict")) answers++;
  });
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
  });
  const seconds = Number(values.seconds);
  await page.waitForTimeout(seconds * 1000);
  const long = await page.evaluate(() => longTasks);
  console.log(`${(answers / seconds).toFixed(1)} answers a second for ${seconds} s`);
  console.log(`tasks above 50 ms: ${long.length === 0 ? "none" : `${long.join(", ")} ms`}`);
  // What tells of them does tell.
  await page.evaluate(() =>
    setTimeout(() => {
      for (const end = performance.now() + 80; performance.now() < end; );
    }),
  );
  await page.waitForFunction(() => longTasks.some((ms) => ms >= 80), undefined, { timeout: 5000 });
} finally {
  await browser.close();
  await app.close();
}
