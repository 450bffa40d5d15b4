import { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { directoryOf } from "./parts.ts";

async function site(files: Record<string, string>) {
  const directory = await directoryOf(files);
  const root = join(directory, "app");
  await mkdir(root, { recursive: true });
  const served = await serve({ port: 0, appDir: root });
  onTestFinished(() => served.close());
  return { ...served, root };
}

const FILES = {
  "app/index.html": "<!doctype html><title>app</title>",
  "app/assets/app-1a2b.js": "export {};",
  "app/assets/app-1a2b.css": "body{}",
  "app/samples/coucal.jpg": "jpeg",
  "app/two words ü.txt": "text",
  "app/.env": "hidden",
  "app/.well/x.txt": "hidden",
  "app/empty.json": "",
  "app/data.unknown": "bytes",
  "app-secrets/key.txt": "secret",
  "package.json": "{}",
};

/** Sends a request line as it is: clients such as fetch resolve ".." themselves. */
function raw(port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${line} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}

test("the app is served with its types, and nothing else is", async () => {
  const { url } = await site(FILES);
  const served: [string, string, string][] = [
    ["/", "text/html; charset=utf-8", FILES["app/index.html"]],
    ["/?lang=zh", "text/html; charset=utf-8", FILES["app/index.html"]],
    ["/index.html", "text/html; charset=utf-8", FILES["app/index.html"]],
    ["/assets/app-1a2b.js", "text/javascript; charset=utf-8", "export {};"],
    ["/assets/app-1a2b.css", "text/css; charset=utf-8", "body{}"],
    ["/samples/coucal.jpg", "image/jpeg", "jpeg"],
    ["/two%20words%20%C3%BC.txt", "text/plain; charset=utf-8", "text"],
    ["/empty.json", "application/json", ""],
    ["/data.unknown", "application/octet-stream", "bytes"],
  ];
  for (const [path, type, content] of served) {
    const response = await fetch(url + path);
    expect([path, response.status, response.headers.get("content-type")]).toEqual([path, 200, type]);
    expect(response.headers.get("content-length")).toBe(String(content.length));
    expect(await response.text()).toBe(content);
  }
  for (const path of [
    "/nothing",
    "/assets",
    "/assets/",
    "/classify",
    "/index.html/",
    "/%",
    "/%00",
    "/a%00.txt",
  ]) {
    const response = await fetch(url + path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe("not found\n");
  }
});

test.each([
  "/../package.json",
  "/..%2fpackage.json",
  "/%2e%2e/package.json",
  "/assets/../../package.json",
  "/assets/..%2f..%2fpackage.json",
  "/..\\package.json",
  "/..%5cpackage.json",
  "/../app-secrets/key.txt",
  "//etc/passwd",
  "/%2fetc/passwd",
  "/.env",
  "/%2eenv",
  "/.well/x.txt",
  "/./index.html",
  "/assets//app-1a2b.js",
  "index.html",
])("GET %s stays outside", async (path) => {
  const { port } = await site(FILES);
  const answer = await raw(port, `GET ${path}`);
  expect(answer).toMatch(/^HTTP\/1.1 40[04] /);
  expect(answer).not.toMatch(/\{\}|secret|hidden|root:|export|doctype/);
});

test("HEAD has the headers of GET and no body", async () => {
  const { port, url } = await site(FILES);
  // Without the date and what is the connection's own.
  const headersOf = async (method: string) => {
    const headers = Object.fromEntries((await fetch(url, { method })).headers);
    return { ...headers, date: undefined, connection: undefined, "keep-alive": undefined };
  };
  expect(await headersOf("HEAD")).toEqual(await headersOf("GET"));
  expect(await raw(port, "HEAD /")).toMatch(/\r\n\r\n$/);
});

test("other methods are refused", async () => {
  const { url } = await site(FILES);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const response = await fetch(url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  }
});

test("hashed files are kept for good, all others are asked for again", async () => {
  const { url } = await site(FILES);
  const cacheOf = async (path: string) => (await fetch(url + path)).headers.get("cache-control");
  expect(await cacheOf("/assets/app-1a2b.js")).toBe("public, max-age=31536000, immutable");
  expect(await cacheOf("/")).toBe("no-cache");
  expect(await cacheOf("/samples/coucal.jpg")).toBe("no-cache");
  expect(await cacheOf("/assets/gone.js")).toBe("no-store");
});

test("a file that the browser has is 304, one that has changed is 200", async () => {
  const { url, root } = await site(FILES);
  const first = await fetch(url);
  const etag = first.headers.get("etag")!;
  const modified = first.headers.get("last-modified")!;
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(url, { headers: { ...headers, "cache-control": "no-transform" } });
    return [response.status, (await response.text()).length];
  };
  expect(await ask({ "if-none-match": etag })).toEqual([304, 0]);
  expect(await ask({ "if-none-match": `"other", W/${etag}` })).toEqual([304, 0]);
  expect(await ask({ "if-none-match": '"other"' })).toEqual([200, 33]);
  expect(await ask({ "if-modified-since": modified })).toEqual([304, 0]);
  expect(await ask({ "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT" })).toEqual([200, 33]);
  expect(await ask({ "if-modified-since": "not a date" })).toEqual([200, 33]);
  expect(await ask({ "if-none-match": '"other"', "if-modified-since": modified })).toEqual([200, 33]);

  await writeFile(join(root, "index.html"), "<!doctype html><title>new</title>");
  await utimes(join(root, "index.html"), new Date(), new Date(Date.now() + 5000));
  expect(await ask({ "if-none-match": etag })).toEqual([200, 33]);
});

test("a file that is there compressed is sent so to clients that accept it", async () => {
  const whole = "let x;".repeat(100);
  const { url, root } = await site({ "app/assets/app-1a2b.js": whole });
  await writeFile(join(root, "assets/app-1a2b.js.gz"), gzipSync(whole));
  const ask = (encoding: string) =>
    fetch(`${url}/assets/app-1a2b.js`, { headers: { "accept-encoding": encoding } });
  const packed = await ask("br, gzip");
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(packed.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(Number(packed.headers.get("content-length"))).toBeLessThan(100);
  expect(await packed.text()).toBe(whole);
  for (const encoding of ["identity", "gzip;q=0"]) {
    const plain = await ask(encoding);
    expect([plain.headers.get("content-encoding"), plain.headers.get("vary")]).toEqual([
      null,
      "accept-encoding",
    ]);
    expect(await plain.text()).toBe(whole);
  }
});

test("every answer forbids what the app does not need", async () => {
  const { url } = await site(FILES);
  for (const path of ["/", "/assets/app-1a2b.js", "/nothing"]) {
    const { headers } = await fetch(url + path);
    const policy = headers.get("content-security-policy");
    expect(policy).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:",
    );
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});

test("an app that is not built says how to build it", async () => {
  const { url } = await site({});
  const response = await fetch(url);
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(
    /^no app in .*: npm run build makes it in a checkout, and the package brings it\n$/,
  );
});

test("what cannot be read is 404 or 500, and the server goes on", async () => {
  const { url, root } = await site(FILES);
  await symlink("loop", join(root, "loop"));
  expect((await fetch(`${url}/loop`)).status).toBe(404);
  expect((await fetch(`${url}/index.html/x`)).status).toBe(404);
  expect((await fetch(`${url}/${"x".repeat(300)}`)).status).toBe(404);
  expect((await fetch(url)).status).toBe(200);
});
