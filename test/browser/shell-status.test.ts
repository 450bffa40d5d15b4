/** The status line and the ladder behind it, with everything that can be down being really down. */

import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type AppServer, expectStatus, startApp } from "./app-server.ts";
import { launchBrowser, newPage } from "./browser.ts";

let browser: Browser;
let app: AppServer;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  app = await startApp();
  const context = await browser.newContext({ locale: "en-US" });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(async () => {
  await page.context().close();
  await app.close();
});

const rung = (name: string) => page.locator(`app-status li[data-rung="${name}"]`);
const openLadder = () => page.locator("app-status .opener").click();
const command = () => page.locator("app-status .repair code").textContent();

async function setAddress(address: string) {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Proxy's address").fill(address);
  await page.getByLabel("Proxy's address").press("Enter");
  await page.keyboard.press("Escape");
}

/**
 * A gateway before page and proxy; gives its address. It ends with the test.
 * @param refuse answers a call that it lets nobody make; left out, every call without a token
 */
async function startGateway(
  target: string,
  refuse = ({ headers }: IncomingMessage): Refusal | undefined =>
    headers.authorization === "Bearer good" ? undefined : [401, {}],
): Promise<string> {
  const gateway = createServer((request, response) => {
    const { method, url, headers } = request;
    const refusal = method === "POST" && refuse(request);
    if (refusal) {
      response.writeHead(...refusal).end("Who are you?");
      return;
    }
    const onward = httpRequest(`${target}${url}`, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((listening) => gateway.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void gateway.close());
  return `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
}

type Refusal = [status: number, headers: Record<string, string>];

/** Opens a page whose servable is there, and waits until all is known: a probe under way would tell of what was. */
async function openAdd() {
  await page.goto(`${app.url}/#/add`);
  await expectStatus(page, "connected");
  await rung("method").and(page.locator(".good")).waitFor({ state: "attached" });
}

describe("the ladder", () => {
  it("names release, servable, method and inputs when all is well", async () => {
    await openAdd();
    await openLadder();
    expect(await rung("method").textContent()).toContain("add_common, inputs x1, x2");
    expect(await rung("worker").textContent()).toContain("Serving release 1.5 – 2.0");
    // Without a word before it, the release would read as the servable's version.
    expect(await page.locator("app-status .whom").textContent()).toMatch(/^\w+ · Serving 1\.5 – 2\.0$/);
    expect(await rung("servable").textContent()).toContain("add, highest running version");
    expect(await page.locator("app-status li.good").count()).toBe(6);
  });

  it("says that the worker is down, with the command that repairs it, and that it is up again", async () => {
    await openAdd();
    app.stopWorker();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expectStatus(page, "worker down");
    await openLadder();
    expect(await command()).toBe(`npm start -- --worker ${app.worker}`);
    expect(await rung("proxy").getAttribute("class")).toBe("good");
    expect(await rung("servable").getAttribute("class")).toBe("unknown");
  });

  it("says that the proxy is gone, and notices when it is back", async () => {
    await openAdd();
    await app.close();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectStatus(page, "proxy not reachable");
    await openLadder();
    expect(await command()).toBe(`npm start -- --worker ${app.worker}`);
    app = await startApp({ port: Number(new URL(app.url).port) });
    await page.getByRole("button", { name: "Check again" }).click();
    await expectStatus(page, "connected");
  });

  it("says that CORS stands in the way, with this page's origin in the command", async () => {
    const other = await startApp();
    onTestFinished(() => other.close());
    await page.goto(`${app.url}/#/add`);
    await setAddress(other.url);
    await expectStatus(page, "blocked by CORS");
    await openLadder();
    expect(await command()).toBe(`npm start -- --worker ${app.worker} --origin ${app.url}`);
  });

  it("says that what answers is no gRPC-Web, and opens the setting", async () => {
    const web = createServer((_, response) => {
      response.writeHead(200, {
        "content-type": "text/html",
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
      });
      response.end("<!doctype html>");
    });
    await new Promise<void>((listening) => web.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void web.close());
    await page.goto(`${app.url}/#/add`);
    await setAddress(`http://127.0.0.1:${(web.address() as AddressInfo).port}`);
    await expectStatus(page, "no gRPC-Web here");
    await openLadder();
    await page.getByRole("button", { name: "Open settings" }).click();
    await expect
      .poll(() => page.locator("app-settings-dialog").evaluate((host) => host.shadowRoot!.activeElement?.id))
      .toBe("address");
  });

  it("says that somebody asks who is calling, and leads to the header that repairs it", async () => {
    await page.goto(`${await startGateway(app.url)}/#/add`);
    await expectStatus(page, "access refused");
    await openLadder();
    expect(await rung("access").textContent()).toContain("asks who is calling");
    await page.getByRole("button", { name: "Open settings" }).click();
    await page.locator("app-metadata-editor button:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.getByLabel("Name of header 1").fill("authorization");
    await page.getByLabel("Value of header 1").fill("Bearer good");
    await page.keyboard.press("Escape");
    await expectStatus(page, "connected");
    expect(await rung("access").count()).toBe(0);
  });

  it("says that a session is over, where a gateway leads calls to a login page of another site", async () => {
    const login = await startApp();
    onTestFinished(() => login.close());
    let session = true;
    const refuse = (): Refusal | undefined =>
      session ? undefined : [302, { location: `${login.url}/login?state=secret` }];
    await page.goto(`${await startGateway(app.url, refuse)}/#/add`);
    await expectStatus(page, "connected");
    session = false;
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expectStatus(page, "access refused");
    await page
      .getByText(/The call was redirected, as when a session is over: sign in again and reload/)
      .waitFor();
    await openLadder();
    expect(await rung("access").textContent()).toContain("Sign in again and reload this page");
    session = true;
    await page.getByRole("button", { name: "Check again" }).click();
    await expectStatus(page, "connected");
  });

  it("says that somebody on the way refuses calls, where there is nothing to set", async () => {
    await page.goto(`${await startGateway(app.url, () => [431, {}])}/#/add`);
    await expectStatus(page, "call refused");
    await openLadder();
    expect(await rung("access").textContent()).toContain("the call's own error says why");
    expect(await page.getByRole("button", { name: "Open settings" }).count()).toBe(0);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText(/Clear this site's cookies/).waitFor();
  });

  it("says that servable or method is not there, for the page that is shown", async () => {
    await page.goto(app.url);
    await expectStatus(page, "servable not available");
    await page.getByRole("link", { name: "Add" }).click();
    await expectStatus(page, "connected");
    await page.goto(`${app.url}/#/playground?servable=add&method=subtract`);
    await expectStatus(page, "method not available");
  });

  it("speaks Chinese", async () => {
    const chinese = await newPage(browser, "zh-CN");
    onTestFinished(() => chinese.close());
    await chinese.goto(`${app.url}/#/playground?servable=add&method=subtract`);
    await expectStatus(chinese, "方法不可用");
    await chinese.locator("app-status .opener").click();
    await chinese.getByText(/servable_config.py 中列出/).waitFor();
  });
});

describe("a proxy of another origin that lets this page in", () => {
  it("is called, with the metadata that is set, which the next tab does not have", async () => {
    const other = await startApp({ origins: [app.url] });
    onTestFinished(() => other.close());
    await page.goto(`${app.url}/#/add`);
    await setAddress(other.url);
    await expectStatus(page, "connected");
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Add a header" }).click();
    await page.getByLabel("Name of header 1").fill("authorization");
    await page.getByLabel("Value of header 1").fill("Bearer secret");
    await page.keyboard.press("Escape");
    // What is looked up while the header is being written has it in part.
    const sent = page.waitForRequest(
      (request) =>
        request.method() === "POST" &&
        request.url().startsWith(other.url) &&
        request.headers().authorization === "Bearer secret",
    );
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await sent;
    await page.getByText("3 of 3 instances done").waitFor();
    const kept = await page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]);
    expect(kept[0]).not.toContain("secret");
    expect(kept[1]).toContain("secret");
    const next = await page.context().newPage();
    await next.goto(`${app.url}/#/add`);
    expect(await next.evaluate(() => sessionStorage.getItem("settings") ?? "")).not.toContain("secret");
  });
});
