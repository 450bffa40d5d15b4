#!/usr/bin/env bash
# Chromium 147: a POST by fetch that is answered 408 is sent a second time, whole, if the connection had carried a
# request before; the page sees one call and one answer, the last. A proxy that ends a slow upload with HTTP 408, as
# Envoy does at request_timeout and stream_idle_timeout, so gets the same slow upload twice. On a new
# connection, and with another status, it is sent once.
#
# Seen: used connection: 408 seen by the page, the server got 2 POST of 5 bytes
#       new connection: 408 seen by the page, the server got 1 POST of 5 bytes
#       used connection: 503 seen by the page, the server got 1 POST of 5 bytes
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent puppeteer-core@24.43.1 @sparticuz/chromium@147.0.0
cat >run.mjs <<'JS'
import { createServer } from "node:http";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";

const posts = [];
const server = createServer(async (request, response) => {
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  if (request.method === "POST") posts.push(bytes);
  const status = Number(new URL(request.url, "http://a").searchParams.get("status"));
  if (request.url === "/?end") response.setHeader("connection", "close");
  response.writeHead(request.method === "POST" ? status : 200, { "content-type": "text/html" }).end("text");
});
await new Promise((up) => server.listen(0, "127.0.0.1", up));
const url = `http://127.0.0.1:${server.address().port}/`;
const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, "--no-sandbox"],
  headless: "shell",
});
const page = await browser.newPage();
await page.goto(url);
for (const [connection, status] of [["used", 408], ["new", 408], ["used", 503]]) {
  posts.length = 0;
  const seen = await page.evaluate(async (first, to) => {
    await (await fetch(first)).text();
    return (await fetch(to, { method: "POST", body: "hello" })).status;
  }, connection === "used" ? "/" : "/?end", `/?status=${status}`);
  console.log(`${connection} connection: ${seen} seen by the page, the server got ${posts.length} POST of ${posts[0]} bytes`);
}
await browser.close();
server.close();
JS
node run.mjs | tee seen
diff seen - <<'SEEN'
used connection: 408 seen by the page, the server got 2 POST of 5 bytes
new connection: 408 seen by the page, the server got 1 POST of 5 bytes
used connection: 503 seen by the page, the server got 1 POST of 5 bytes
SEEN
echo "as found"
