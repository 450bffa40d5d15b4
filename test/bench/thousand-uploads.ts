/**
 * `npm run bench:uploads`: a page makes 1,000 phone photos (12 megapixels, on their side) ready for upload, two at a
 * time. Prints blocks of the main thread (long tasks, over 50 ms each) and the memory of the browser's processes.
 */

import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { jpeg, scene } from "../image/made-pictures.ts";
import { openImagePage, serveImages } from "../image/served-page.ts";
import { findBrowser } from "../setup/browser.ts";

const COUNT = Number(process.argv[2] ?? 1000);
const MB = 2 ** 20;

const found = await findBrowser();
if ("missing" in found) throw new Error(found.missing);
const server = await serveImages();
const photo = await jpeg(scene(4000, 3000), 6, 90);
server.files.set("photo.jpg", photo);
// A name for this browser's processes, by which their memory is found.
const mark = `--bench-${process.pid}`;
const browser = await chromium.launch({
  executablePath: found.path,
  args: ["--no-sandbox", "--disable-gpu", mark],
});
try {
  const page = await openImagePage(browser, server);
  // tsx wraps functions in a helper of its own, which the page's copy of the code below needs too.
  await page.evaluate("globalThis.__name = (f) => f");
  const idle = residentBytes();
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentBytes());
  }, 200);
  const result = await page.evaluate(async (count) => {
    const blob = await imageTools.fetchFile("photo.jpg");
    const longTasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: "longtask" });
    let next = 0;
    let bytes = 0;
    const started = performance.now();
    const work = async () => {
      while (next < count) {
        const file = new File([blob], `${next++}.jpg`, { type: "image/jpeg" });
        bytes += (await imageTools.toUpload(file, { maxSide: 1024 })).size;
      }
    };
    await Promise.all([work(), work()]);
    return { longTasks, bytes, seconds: (performance.now() - started) / 1000 };
  }, COUNT);
  clearInterval(sampling);
  const { longTasks, bytes, seconds } = result;
  const sizes = `${((photo.length * COUNT) / MB).toFixed(0)} MB became ${(bytes / MB).toFixed(0)} MB`;
  console.log(`${COUNT} photos of 12 megapixels to at most 1024 px: ${sizes}, ${seconds.toFixed(0)} s`);
  console.log(`long tasks: ${longTasks.length}, the longest ${Math.max(0, ...longTasks).toFixed(0)} ms`);
  if (idle > 0)
    console.log(`memory above idle at its peak, all processes: ${((peak - idle) / MB).toFixed(0)} MB`);
} finally {
  await browser.close();
  await server.close();
}

/** Resident memory of the browser's processes; 0 where there is no /proc. */
function residentBytes(): number {
  let pages = 0;
  for (const id of pidsOfBrowser()) {
    try {
      pages += Number(readFileSync(`/proc/${id}/statm`, "utf8").split(" ")[1]);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return pages * 4096;
}

function pidsOfBrowser(): number[] {
  if (process.platform !== "linux") return [];
  const parents = new Map<number, number>();
  const own: number[] = [];
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(status)![1]));
      if (readFileSync(`/proc/${name}/cmdline`, "utf8").includes(mark)) own.push(Number(name));
    } catch {
      // The process has ended meanwhile.
    }
  }
  for (const pid of own) {
    for (const [child, parent] of parents) if (parent === pid && !own.includes(child)) own.push(child);
  }
  return own;
}
