#!/usr/bin/env bash
# Chromium 147: several import() of one module, asked for one after another while the module is on its way, go on in any
# order, as a rule not in theirs; what stands behind `await import(…)` for what came first may run last. Nothing fails,
# and with the module in the cache the order is kept, so that it shows on slow links only. One promise, kept and awaited
# by all, goes on in order.
#
# Seen: import() anew: in their order every time: false
#       one promise kept: in their order every time: true
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent puppeteer-core@24.43.1 @sparticuz/chromium@147.0.0
cat >run.mjs <<'JS'
import { createServer } from "node:http";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";

// The module takes a while, as it does on a slow link.
const server = createServer(({ url }, answer) => {
  if (url === "/") return answer.setHeader("content-type", "text/html").end("<title>page</title>");
  answer.setHeader("content-type", "text/javascript");
  setTimeout(() => answer.end("export const there = true;"), 50);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, "--no-sandbox"],
  headless: "shell",
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const [anew, kept] = await page.evaluate(async () => {
  const orders = async (name, loaderOf) => {
    const seen = [];
    for (let round = 0; round < 30; round++) {
      const load = loaderOf(`/${name}.js?${round}`);
      const order = [];
      await Promise.all([0, 1, 2, 3, 4, 5].map(async (i) => {
        await load();
        order.push(i);
      }));
      seen.push(order.join() === "0,1,2,3,4,5");
    }
    return seen.every(Boolean);
  };
  return [
    await orders("anew", (url) => () => import(url)),
    await orders("kept", (url) => {
      let module;
      return () => (module ??= import(url));
    }),
  ];
});
console.log(`import() anew: in their order every time: ${anew}`);
console.log(`one promise kept: in their order every time: ${kept}`);
await browser.close();
server.close();
JS
node run.mjs | tee seen
diff seen - <<'SEEN'
import() anew: in their order every time: false
one promise kept: in their order every time: true
SEEN
echo "as found"
