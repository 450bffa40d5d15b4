/** Pictures of other pages, dragged or by their address, in the built app under its own Content-Security-Policy. */

import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";
import { axeFindings } from "./axe.ts";
import { PictureSite, panda } from "./picture-site.ts";

let app: AppServer;
let page: Page;
let complaints: string[];
eachWithAppPage((given, fresh, told) => {
  app = given;
  page = fresh;
  complaints = told;
});

let site: PictureSite;
beforeEach(async () => {
  site = await PictureSite.start();
  await page.goto(app.url);
  await page.getByRole("button", { name: "Choose photos" }).first().waitFor();
});
afterEach(() => site.close());

/** Drops on the page what a browser has of a picture that is dragged out of another page. */
async function drag(items: Record<string, string>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const list = Object.entries(items).map(([mimeType, data]) => ({ mimeType, data }));
  const data = { items: list, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
}

const paste = (items: Record<string, string>) =>
  page.evaluate((items) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(items)) data.setData(type, text);
    const options = { bubbles: true, cancelable: true, composed: true, clipboardData: data };
    document.body.dispatchEvent(new ClipboardEvent("paste", options));
  }, items);

const card = (name: string | RegExp) => page.getByRole("article", { name, exact: true });
const told = (text: string | RegExp) => page.locator("app-given-notes").getByText(text).waitFor();
const asked = () => site.requests.map(({ url }) => url);
/** Browsers write each request that another origin refused into the console. */
const refused = () => {
  expect(complaints.splice(0).join()).toMatch(/blocked by CORS policy|Failed to load resource/);
};

describe("a picture that is dragged out of another page", () => {
  it("is fetched by its own address, not by its link's, without a word of who asks", async () => {
    await page.context().addCookies([{ name: "session", value: "1", domain: "127.0.0.1", path: "/" }]);
    await drag({
      "text/uri-list": site.address("/page"),
      "text/html": `<a href="${site.address("/page")}"><img alt="a > b" src="${site.address("/open.jpg?a=1&amp;b=2")}"></a>`,
    });
    await told(`${site.host} answered HTTP 404 in place of the picture.`);
    expect(asked()).toEqual(["/open.jpg?a=1&b=2"]);
    await drag({
      "text/uri-list": site.address("/page"),
      "text/html": `<img src=${site.address("/open.jpg")}>`,
    });
    await card("open.jpg").waitFor();
    expect(await page.locator("app-given-notes p").count()).toBe(0);
    expect(site.requests.map(({ headers }) => [headers.cookie, headers.referer])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    refused();
  });

  it("says so where its site keeps it to itself, and what to do", async () => {
    await drag({ "text/uri-list": site.address("/closed.jpg"), "text/html": "" });
    await told(`${site.host} does not let other pages read its pictures, or did not answer.`);
    await told("What to do: Save the picture on this device, then choose the file.");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect(await page.locator("app-given-notes p").count()).toBe(0);
    expect(await page.getByRole("article").count()).toBe(0);
    refused();
  });

  it("comes as a file, where the browser gives one beside its address", async () => {
    await page.evaluate(
      ({ address, bytes }) => {
        const data = new DataTransfer();
        data.setData("text/uri-list", address);
        data.items.add(new File([Uint8Array.from(bytes)], "panda.jpg", { type: "image/jpeg" }));
        const options = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
        document.body.dispatchEvent(new DragEvent("drop", options));
      },
      { address: site.address("/open.jpg"), bytes: [...panda] },
    );
    await card("panda.jpg").waitFor();
    expect(asked()).toEqual([]);
  });
});

describe("an address that is pasted", () => {
  it("is followed where it leads, and named by where that is", async () => {
    await paste({ "text/plain": ` ${site.address("/moved")}\n` });
    await card("open.jpg").waitFor();
    expect(asked()).toEqual(["/moved", "/open.jpg"]);
  });

  it("costs only itself where it is no picture's, and says what it is", async () => {
    const paths = ["/page", "/open.jpg", "/notes", "/large.jpg"];
    await paste({ "text/plain": paths.map((path) => site.address(path)).join("\n") });
    await card("open.jpg").waitFor();
    await told(`This is the address of a web page at ${site.host}, not of a picture.`);
    await told("What to do: Open the page, then drag the picture itself, or copy the picture's own address.");
    await told(`What ${site.host} sent is not a picture.`);
    await told(`The picture at ${site.host} is above Serving's limit of 100 MB for a request.`);
    expect(await page.getByRole("article").count()).toBe(1);
  });

  it("shows how much has come, and is let go of when nobody wants it any more", async () => {
    await paste({ "text/plain": site.address("/half.jpg") });
    await told(`Fetching the picture from ${site.host} … 50 %`);
    await page.getByRole("button", { name: "Do not fetch" }).click();
    await site.left;
    expect(await page.locator("app-given-notes p").count()).toBe(0);
    expect(await page.getByRole("article").count()).toBe(0);
  });

  it("is given up when nothing more comes of it", async () => {
    await page.clock.install();
    await page.reload();
    await page.getByRole("button", { name: "Choose photos" }).first().waitFor();
    await paste({ "text/plain": site.address("/half.jpg") });
    await told(`Fetching the picture from ${site.host} … 50 %`);
    await page.clock.fastForward(30_000);
    await told(`${site.host} sent nothing for 30 seconds.`);
    await site.left;
  });

  it("of a scheme that pages can't read is told", async () => {
    await drag({ "text/uri-list": "ftp://example.org/panda.jpg" });
    await told("This page can't read addresses that begin with ftp:");
  });

  it("holds the picture itself, where it is a data: address", async () => {
    await paste({ "text/html": `<img src="data:image/jpeg;base64,${panda.toString("base64")}">` });
    await card(/^Pasted image \d\d:\d\d:\d\d\.jpg$/).waitFor();
    await paste({ "text/plain": "data:image/png;base64,AAAA" });
    await told("The address should hold a picture itself (data:), and does not.");
  });

  it("is asked for only where photos are, and alone: in prose it is text", async () => {
    const address = site.address("/open.jpg");
    await paste({ "text/plain": `See ${address}`, "text/html": `See <img src="${address}">` });
    await page.goto(`${app.url}/#/add`);
    await page.getByRole("heading", { level: 1, name: "Add" }).waitFor();
    await paste({ "text/plain": address });
    await page.goto(`${app.url}/#/classify`);
    await paste({ "text/plain": site.address("/notes") });
    await told(`What ${site.host} sent is not a picture.`);
    expect(asked()).toEqual(["/notes"]);
  });
});

describe("a page that may not ask for it", () => {
  /** The app at this address, with what is changed of its headers. */
  const serveAt = (address: string, change: (headers: Record<string, string>) => Record<string, string>) =>
    page.route(`${address}/**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(address, app.url) });
      await route.fulfill({ response, headers: change(response.headers()) });
    });

  it("by its own policy is told so", async () => {
    await serveAt(app.url, (headers) => {
      const policy = headers["content-security-policy"]?.replace("'self' http: https:", "'self'");
      return policy ? { ...headers, "content-security-policy": policy } : headers;
    });
    await page.reload();
    await page.getByRole("button", { name: "Choose photos" }).first().waitFor();
    await paste({ "text/plain": site.address("/open.jpg") });
    await told(`This page may not load pictures from ${site.host}: its Content-Security-Policy forbids it.`);
    expect(asked()).toEqual([]);
    expect(complaints.splice(0).join()).toContain("Content Security Policy");
  });

  it("since it came by https asks by https, and tells that an address by http is in the way", async () => {
    await serveAt("https://app.example", (headers) => headers);
    const tried: string[] = [];
    await page.route(/^https?:\/\/pictures\.example\//, (route) => {
      tried.push(route.request().url());
      return route.abort();
    });
    await page.goto("https://app.example/");
    await page.getByRole("button", { name: "Choose photos" }).first().waitFor();
    await paste({ "text/plain": "http://pictures.example/panda.jpg" });
    await told(
      "The picture's address at pictures.example begins with http:, and this page came by https: browsers block that.",
    );
    expect(tried).toEqual(["https://pictures.example/panda.jpg"]);
    complaints.splice(0);
  });
});
