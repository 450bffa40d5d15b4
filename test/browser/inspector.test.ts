/** The page Inspector: calls of the other pages through the real bridge to a real worker. */

import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";
import { axeFindings } from "./axe.ts";

let app: AppServer;
let page: Page;
let complaints: string[];
eachWithAppPage((started, opened, heard) => {
  [app, page, complaints] = [started, opened, heard];
});

/** Bodies that went and came, as the browser's network has them. */
let bodies: { sent: Buffer; received: Buffer }[];

beforeEach(async () => {
  bodies = [];
  await page.route(/MSService\/Predict$/, async (route) => {
    const reply = await route.fetch();
    const received = await reply.body();
    bodies.push({ sent: route.request().postDataBuffer()!, received });
    await route.fulfill({ response: reply, body: received });
  });
});

const calls = () => page.locator("app-inspector-page [data-call]");
const detail = () => page.locator("app-call-detail");
const tab = (name: string) => page.getByRole("tab", { name }).click();

/** Adds the tutorial's three instances, and turns to the Inspector. */
async function addAndInspect(): Promise<void> {
  await page.goto(`${app.url}/#/add`);
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText("3 of 3 instances done").first().waitFor();
  await inspect();
}

async function inspect(): Promise<void> {
  await page.evaluate(() => {
    location.hash = "#/inspector";
  });
  await page.getByRole("heading", { name: "What went over the wire?" }).waitFor();
}

/** The bytes that a hex dump shows. */
const bytesIn = (dump: string) =>
  Buffer.from(
    dump
      .split("\n")
      .map((line) => line.slice(10, 57).replaceAll(" ", ""))
      .join(""),
    "hex",
  );

describe("a call", () => {
  it("made before the Inspector was opened stands in the list, with its messages", async () => {
    await addAndInspect();
    await expect.poll(() => calls().count()).toBe(1);
    expect(await calls().textContent()).toMatch(/add\.add_common.*ms.*Done.*3 instances.*↑ \d+ B ↓ \d+ B/s);
    await calls().click();
    const [request, reply] = await page.locator("app-call-message").all();
    expect(await request!.getByText("Instance 1").textContent()).toContain("Instance 1");
    await request!.getByText("array([[1., 1.], [1., 1.]], dtype=float32)").first().waitFor();
    await reply!.getByText("array([[2., 2.], [2., 2.]], dtype=float32)").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("shows in hex the very bytes that went and came", async () => {
    await addAndInspect();
    await calls().click();
    await tab("Hex");
    // The page's own checks, which go too, are shorter.
    const { sent, received } = bodies.sort((a, b) => b.sent.length - a.sent.length)[0]!;
    const shown = await page.getByLabel("Request body").textContent();
    expect(bytesIn(shown!)).toEqual(sent);
    const reply = bytesIn((await page.getByLabel("Reply message").textContent())!);
    expect(reply).toEqual(received.subarray(0, reply.length));
    expect(reply.length).toBe(5 + received.readUInt32BE(1));
    expect(await axeFindings(page)).toEqual([]);
  });

  it("shows its headers, its trailers, and how long each part took", async () => {
    await addAndInspect();
    await calls().click();
    await tab("Headers");
    for (const text of ["x-grpc-web", "grpc-status", "transfer-encoding"]) {
      await detail().getByText(text, { exact: true }).first().waitFor();
    }
    await tab("Times");
    for (const part of [
      "Encode",
      "Wait for a connection",
      "Upload and server",
      "Download",
      "Decode",
      "Whole call",
    ]) {
      await expect
        .poll(() => page.getByRole("row", { name: new RegExp(`^${part}`) }).textContent())
        .toMatch(/\d ms$/);
    }
    await detail()
      .getByText(/no browser tells upload and server apart/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("that failed says what the server said and what to do, and stands alone with 'Failed only'", async () => {
    await addAndInspect();
    await page.goto(`${app.url}/#/playground?servable=add&method=nothing`);
    await page.getByRole("button", { name: "Run" }).click();
    await page
      .getByText(/method is not available/)
      .first()
      .waitFor();
    await inspect();
    await expect.poll(() => calls().count()).toBe(2);
    await page.getByRole("checkbox", { name: "Failed only" }).check();
    expect(await calls().count()).toBe(1);
    await calls().click();
    await detail()
      .getByText(/add.*nothing.*method is not available/)
      .first()
      .waitFor();
    await detail()
      .getByText(/^What to do: /)
      .waitFor();
  });

  it("of the page's own checks is there when it is asked for, and 'Clear' takes all away", async () => {
    await addAndInspect();
    await expect.poll(() => calls().count()).toBe(1);
    await page.getByRole("checkbox", { name: "The page's own checks too" }).check();
    await expect.poll(() => calls().count()).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText(/^No call yet/).waitFor();
    expect(await calls().count()).toBe(0);
  });
});

describe("a photo of Classify", () => {
  it("stands there as the picture that was sent, within a phone's width", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(app.url);
    await page.locator("input[type=file]").first().setInputFiles("dist/app/samples/alps.jpg");
    await page
      .getByText(/servable is not available/)
      .first()
      .waitFor();
    await inspect();
    await calls().first().click();
    const picture = page.locator("app-blob-view img");
    await picture.waitFor();
    await detail().getByText("alps.jpg image/jpeg").waitFor();
    expect(await picture.evaluate((image) => image.getBoundingClientRect().right)).toBeLessThanOrEqual(390);
  });
});

describe("secrets", () => {
  it("of the settings' headers go to the proxy, and stand nowhere in the Inspector nor in what it copies", async () => {
    const secret = "Bearer my-own-token-12345";
    await page.addInitScript((value) => {
      sessionStorage.setItem("settings", JSON.stringify({ metadata: { authorization: value } }));
    }, secret);
    let went: string | undefined;
    page.on("request", (request) => {
      went ??= request.headers().authorization;
    });
    await addAndInspect();
    expect(went).toBe(secret);
    await calls().click();
    await tab("Headers");
    await detail().getByText("Bearer [redacted]", { exact: true }).waitFor();
    await tab("Copy");
    for (const way of ["grpcurl", "curl", "Python", "TypeScript"]) {
      await page.getByRole("button", { name: way, exact: true }).click();
      const text = await page.locator("app-call-copy pre").textContent();
      expect(text).not.toContain("my-own-token");
      if (way.endsWith("curl")) expect(text).toContain(`-H 'authorization: Bearer '"$AUTHORIZATION"`);
    }
    expect(await page.evaluate(() => document.documentElement.innerHTML)).not.toContain("my-own-token");
  });
});

describe("the list", () => {
  it("goes by the arrow keys, each call shown as it is reached", async () => {
    await addAndInspect();
    await page.goto(`${app.url}/#/playground?servable=add&method=nothing`);
    await page.getByRole("button", { name: "Run" }).click();
    await page
      .getByText(/method is not available/)
      .first()
      .waitFor();
    await inspect();
    await expect.poll(() => calls().count()).toBe(2);
    await calls().first().focus();
    await page.keyboard.press("ArrowDown");
    await detail().getByRole("heading", { name: "add.add_common" }).waitFor();
    expect(
      await calls()
        .last()
        .evaluate((row) => (row.getRootNode() as ShadowRoot).activeElement === row),
    ).toBe(true);
    await page.keyboard.press("Home");
    await detail().getByRole("heading", { name: "add.nothing" }).waitFor();
  });

  it("on a phone gives way to the call, and comes back where it was left; in Chinese, without a finding of axe", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await addAndInspect();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "网络上传了什么？" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await calls().click();
    expect(await calls().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "全部调用" }).click();
    expect(await calls().isVisible()).toBe(true);
    expect(await calls().evaluate((row) => (row.getRootNode() as ShadowRoot).activeElement === row)).toBe(
      true,
    );
  });
});

it("the extension gRPC-Web Developer Tools is told of a call, where its name is on the window", async () => {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { __GRPCWEB_DEVTOOLS__: () => {}, heard });
    // As its content script does.
    window.addEventListener("message", (event) => {
      if (event.source === window && event.data?.type === "__GRPCWEB_DEVTOOLS__") heard.push(event.data);
    });
  });
  await addAndInspect();
  const heard = await page.evaluate(
    () => (globalThis as unknown as { heard: { request: { instances: unknown[] } }[] }).heard,
  );
  expect(heard.find(({ request }) => request.instances.length === 3)).toMatchObject({
    methodType: "unary",
    method: `${app.url}/mindspore.serving.proto.MSService/Predict#add.add_common`,
    request: { instances: [{ x1: { dtype: "float32", shape: [2, 2], data: [1, 1, 1, 1] } }, {}, {}] },
    response: { instances: [{ y: { data: [2, 2, 2, 2] } }, {}, {}], errors: [] },
  });
  expect(complaints).toEqual([]);
});
