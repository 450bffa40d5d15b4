/** The page as an app: it installs, opens without a network and says so, and shows no stale build. */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type AppServer, expectStatus, startApp } from "./app-server.ts";
import { launchBrowser } from "./browser.ts";

let browser: Browser;
let folder: string;
let app: AppServer;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "app-"));
  await cp("dist/app", folder, { recursive: true });
  app = await startApp({ appDir: folder });
  context = await browser.newContext({ locale: "en-US" });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(async () => {
  await context.close();
  await app.close();
  await rm(folder, { recursive: true });
});

/** Opens the page and waits until its service worker has kept all files and is in charge. */
async function openAndKeep(hash = "", url = app.url): Promise<void> {
  await page.goto(`${url}/${hash}`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((ready) =>
      navigator.serviceWorker.addEventListener("controllerchange", ready, { once: true }),
    );
  });
}

describe("the manifest", () => {
  it("names icons that are there, in their sizes, one of them maskable", async () => {
    const manifest = await (await fetch(`${app.url}/app.webmanifest`)).json();
    for (const { src, sizes, type } of manifest.icons.filter(
      ({ type }: { type: string }) => type === "image/png",
    )) {
      const icon = await fetch(`${app.url}/${src}`);
      const { width, height, format } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata();
      expect([`${width}x${height}`, `image/${format}`]).toEqual([sizes, type]);
    }
    expect(manifest.icons.map(({ sizes, purpose }: Record<string, string>) => `${sizes} ${purpose}`)).toEqual(
      ["192x192 any", "512x512 any", "512x512 maskable", "any any"],
    );
    expect(manifest.display).toBe("standalone");
  });
});

describe("without a network", () => {
  it("the page and its parts open, and say that they are offline", async () => {
    await openAndKeep();
    await context.setOffline(true);
    await page.goto(`${app.url}/#/add`);
    await page.reload();
    await page.getByRole("heading", { name: "Add matrices" }).waitFor();
    await expectStatus(page, "offline");
    await page
      .getByText("You are offline: this page works, calls to Serving wait for the network.")
      .waitFor();
    await page.getByRole("link", { name: "Playground" }).click();
    await page.getByRole("heading", { name: "Playground" }).waitFor();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText("This device is offline. Connect it and try again.").waitFor();
    await context.setOffline(false);
    await expectStatus(page, "connected");
  });

  it("keeps no signatures.json: a new one is there at the next visit, and the page opens without one", async () => {
    await openAndKeep("#/add");
    const told = () => page.evaluate(async () => (await fetch("signatures.json")).json());
    expect(await told()).toEqual([]);
    const signature = { signature: 1, servable: "own", methods: {} };
    await writeFile(join(folder, "signatures.json"), JSON.stringify([signature]));
    await page.reload();
    expect(await told()).toEqual([signature]);
    await context.setOffline(true);
    await page.reload();
    await page.getByRole("heading", { name: "Add matrices" }).waitFor();
    expect(await told().catch(() => "not there")).toBe("not there");
  });

  it("keeps the page's own files only: no call and no answer of /healthz", async () => {
    await openAndKeep("#/add");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText("3 of 3 instances done").waitFor();
    const kept = await page.evaluate(async () => {
      const urls: string[] = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
      }
      return urls;
    });
    expect(kept.length).toBeGreaterThan(5);
    expect(
      kept.filter((url) => !/\/$|theme\.js$|webmanifest$|\.svg$|\.png$|\/assets\/[^/]+\.(js|css)$/.test(url)),
    ).toEqual([]);
  });
});

/** A gateway before the app that leads to a login of another origin as soon as it is told to. */
async function startGateway() {
  let over = false;
  const login = createServer((_, reply) => reply.setHeader("content-type", "text/html").end("Sign in here"));
  const gateway = createServer((asked, reply) => {
    if (over) return reply.writeHead(302, { location: addressOf(login) }).end();
    const onward = request(`${app.url}${asked.url}`, { headers: asked.headers }, (answer) => {
      reply.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(reply);
    });
    return asked.pipe(onward);
  });
  for (const server of [login, gateway]) {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
  }
  return {
    url: addressOf(gateway),
    end() {
      over = true;
    },
  };
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

it("a gateway's redirect to its login is followed: the kept page does not stand in its way", async () => {
  const { url, end } = await startGateway();
  await openAndKeep("", url);
  end();
  await page.reload();
  await page.getByText("Sign in here").waitFor();
});

describe("a new build", () => {
  it("is shown at the next visit, and told to a page that is open", async () => {
    await openAndKeep();
    for (const name of ["index.html", "sw.js"]) {
      const text = await readFile(join(folder, name), "utf8");
      const changed = text
        .replace("<head>", '<head><meta name="build" content="new">')
        .replace(/VERSION = "/, 'VERSION = "new');
      expect(changed).not.toBe(text);
      await writeFile(join(folder, name), changed);
      await rm(join(folder, `${name}.gz`));
    }
    const next = await context.newPage();
    await next.goto(app.url);
    expect(await next.locator("meta[name=build]").getAttribute("content")).toBe("new");
    await next.close();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await page.getByText("A new version of this page is ready.").waitFor();
    await page.getByRole("button", { name: "Reload" }).click();
    await expect
      .poll(() =>
        page
          .locator("meta[name=build]")
          .count()
          .catch(() => 0),
      )
      .toBe(1);
    await expect.poll(() => page.evaluate(() => caches.keys()).catch(() => [])).toHaveLength(1);
  });
});
