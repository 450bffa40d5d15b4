/** A link to a request of the playground: copied, sent to somebody else, opened there, through the real proxy to real workers. */

import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import { type AppServer, startApp } from "./app-server.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, newPage } from "./browser.ts";

let app: AppServer;
let page: Page;
eachWithAppPage((given, fresh) => {
  app = given;
  page = fresh;
});

const browser = () => page.context().browser() as Browser;
const open = (hash: string, on = page) => on.goto(`${app.url}/${hash}`);
const run = (on = page) => on.getByRole("button", { name: "Run", exact: true }).click();
const printed = (on = page) => on.locator("app-output-view pre").first().textContent();
const x1 = (on = page) => on.getByLabel("values of x1", { exact: true });
const hash = (on = page) => new URL(on.url()).hash;
const dialog = () => page.getByRole("dialog", { name: "Copy link" });
const filledIn = (on = page) => on.getByText("The link's request is filled in; nothing was sent.").waitFor();
const packed = (json: string) => `1.${Buffer.from(json).toString("base64url")}`;
const linked = (json: string, servable = "add", method = "add_common") =>
  `#/playground?servable=${servable}&method=${method}&request=${packed(json)}`;

async function copyLink(): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await dialog().getByRole("button", { name: "Copy" }).click();
  await dialog().getByText("Copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  return link;
}

describe("a link that is copied", () => {
  beforeEach(async () => {
    await open("#/playground?servable=add&method=add_cast");
    await x1().fill("[[40, 0], [0, -1]]");
  });

  it("opens the same request for somebody else, with another proxy, and Run gives the same reply", async () => {
    await page.getByLabel("dtype of x2").selectOption("int8");
    await run();
    const reply = await printed();
    const link = await copyLink();
    const theirs = await startApp({ origins: [app.url] });
    const other = await newPage(browser());
    const complaints = complaintsOf(other);
    const asked: string[] = [];
    other.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
    try {
      await other.addInitScript(
        (address) => localStorage.setItem("settings", JSON.stringify({ address })),
        theirs.url,
      );
      await other.goto(link);
      await filledIn(other);
      expect(await x1(other).inputValue()).toBe("[[40,0],[0,-1]]");
      expect(await other.getByLabel("dtype of x2").inputValue()).toBe("int8");
      await run(other);
      expect(await printed(other)).toBe(reply);
      expect(asked.every((url) => url.startsWith(theirs.url))).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await other.context().close();
      await theirs.close();
    }
  });

  it("says before what goes into it; the address bar has never the values", async () => {
    expect(hash()).toBe("#/playground?servable=add&method=add_cast");
    await page.getByRole("button", { name: "Copy link" }).click();
    expect(await dialog().getByLabel("Values", { exact: true }).textContent()).toContain(
      '"x1": [[40, 0], [0, -1]]',
    );
    await dialog().getByText("The server's address, and the metadata of your settings.").waitFor();
    await dialog().getByLabel("Servable and method only").check();
    expect(await dialog().locator("code").textContent()).toBe(
      `${app.url}/#/playground?servable=add&method=add_cast`,
    );
    await page.keyboard.press("Escape");
    expect(hash()).toBe("#/playground?servable=add&method=add_cast");
  });

  it("carries no file, and says so by the input's name, to both", async () => {
    await page.getByLabel("file for x2", { exact: true }).setInputFiles("dist/app/icon-192.png");
    await page.getByRole("button", { name: "Copy link" }).click();
    await dialog().getByText("Files, to be chosen again: x2").waitFor();
    await page.keyboard.press("Escape");
    const link = await copyLink();
    expect(link.length).toBeLessThan(400);
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByText("Not kept, so choose or write again: x2").waitFor();
    await run();
    await page
      .getByText(/icon-192.png/)
      .first()
      .waitFor();
    await page.getByText("1 input needs a fix; nothing was sent.").waitFor();
  });

  it("is not made where its values are too large: which one is told, and a file is offered instead", async () => {
    const values = `[${Array.from({ length: 3000 }, (_, i) => i)}]`;
    await x1().fill(values);
    await page.getByRole("button", { name: "Copy link" }).click();
    await dialog()
      .getByText(/With the values the link would have \d+ characters; .* The largest value is that of x1\./)
      .waitFor();
    expect(await dialog().locator("code").textContent()).not.toContain("request=");
    const coming = page.waitForEvent("download");
    await dialog().getByRole("button", { name: "Save as JSON" }).click();
    const saved = await coming;
    expect(saved.suggestedFilename()).toBe("add.add_cast.json");
    const file = JSON.parse(readFileSync(await saved.path(), "utf8"));
    expect(file).toMatchObject({ format: "mindspore-serving-web/request", servable: "add" });
    expect(file.instances[0].x1).toEqual(JSON.parse(values));
  });

  it("can't be made of JSON with a fault, which is told where it is", async () => {
    await page.getByText("JSON", { exact: true }).click();
    await page.getByLabel("Instances as JSON").fill('{"instances": [');
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText(/This is not JSON/).waitFor();
    expect(await dialog().count()).toBe(0);
  });
});

describe("a link that is opened", () => {
  const SAME = linked('[{"x":"sesame"}]', "echo", "same");
  const x = () => page.getByLabel("values of x", { exact: true });

  it("sends nothing by itself", async () => {
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await open(SAME);
    await filledIn();
    expect(await x().inputValue()).toBe("sesame");
    // The page asks for the inputs' names; whatever it asks, the values are not in it.
    await page.locator("app-status .opener:not(.checking)").waitFor();
    expect(sent.some((body) => body.includes("sesame"))).toBe(false);
    await page.getByText("The reply will be here.").waitFor();
    await run();
    expect(await printed()).toBe("sesame");
    expect(sent.some((body) => body.includes("sesame"))).toBe(true);
  });

  it("is in the address until the request is edited: a reload fills it in again, another page forgets nothing", async () => {
    await open(SAME);
    await filledIn();
    expect(hash()).toBe(SAME);
    await page.reload();
    await filledIn();
    await page.getByRole("link", { name: "Add" }).click();
    await page.getByRole("link", { name: "Playground" }).click();
    expect(hash()).toBe(SAME);
    await x().fill("open");
    const bare = "#/playground?servable=echo&method=same";
    await expect.poll(() => hash()).toBe(bare);
    // Pressed where one is, the bar's link would fill it in again.
    await expect.poll(() => page.getByRole("link", { name: "Playground" }).getAttribute("href")).toBe(bare);
    await page.getByRole("link", { name: "Add" }).click();
    await page.getByRole("link", { name: "Playground" }).click();
    expect(await x().inputValue()).toBe("open");
    expect(hash()).toBe("#/playground?servable=echo&method=same");
  });

  it.each(["sent", "aimed at another method"])("is out of the address once it is %s", async (how) => {
    await open(SAME);
    await filledIn();
    if (how === "sent") await run();
    else {
      await page.getByLabel("Method", { exact: true }).fill("other");
      await page.getByLabel("Method", { exact: true }).press("Tab");
    }
    const method = how === "sent" ? "same" : "other";
    await expect.poll(() => hash()).toBe(`#/playground?servable=echo&method=${method}`);
  });

  it("on a page where something is written can be undone, and so nothing is lost", async () => {
    await open("#/playground");
    await x1().fill("[[7, 7], [7, 7]]");
    await page.evaluate((to) => {
      location.hash = to;
    }, linked('[{"x1":3},{"x1":4}]'));
    await filledIn();
    expect(await x1().count()).toBe(2);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await x1().inputValue()).toBe("[[7, 7], [7, 7]]");
    await expect.poll(() => hash()).toBe("#/playground?servable=add&method=add_common");
  });

  it.each([
    ["was cut off", packed('[{"x1":[[1,2],[3,4]]}]').slice(0, -7), /A part of the link was lost or changed/],
    [
      "is of a newer page",
      packed("[]").replace("1.", "7."),
      /It is of the form 7, which this page does not know yet/,
    ],
    ["has no instances", packed('{"x":1}'), /with at least one instance/],
    [
      "has a dtype that is none",
      packed('[{"x1":{"value":[1],"type":"int7"}}]'),
      /instances\[0\]\.x1 has an unknown type/,
    ],
    [
      "has lists in lists without end",
      packed(`[{"x1":${"[".repeat(900)}${"]".repeat(900)}}]`),
      /64 times and deeper/,
    ],
    [
      "has thousands of instances",
      packed(`[${"{},".repeat(1500)}{}]`),
      /1501 instances and inputs, and the form takes at most 1000/,
    ],
    ["is longer than any", `1.${"A".repeat(20_000)}`, /It has 20002 characters/],
  ])("that %s says so, and leaves the form as it was", async (_, param, why) => {
    await open("#/playground");
    await x1().fill("[[7, 7], [7, 7]]");
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/playground?servable=add&method=add_common&request=${param}`);
    await page
      .getByText(/The request in this link can't be filled in, and the form is as it was\./)
      .waitFor();
    await page.getByText(why).waitFor();
    expect(await x1().inputValue()).toBe("[[7, 7], [7, 7]]");
    await run();
    expect(await printed()).toContain("8.");
  });

  it("shows markup in it as the text that it is", async () => {
    const markup = "<img src=x onerror=document.title='taken'>";
    await open(linked(JSON.stringify([{ [markup]: markup }])));
    await filledIn();
    expect(await page.getByLabel("Name of input 1").inputValue()).toBe(markup);
    expect(await page.getByLabel(`values of ${markup}`).inputValue()).toBe(markup);
    expect(await page.title()).not.toContain("taken");
    expect(await page.locator("img[src=x]").count()).toBe(0);
  });
});

describe("what is seen of it", () => {
  it.each([
    ["en-US", "light", 1280],
    ["zh-CN", "dark", 390],
  ] as const)(
    "in %s, %s, at %d pixels has no findings of axe's and nothing beside the page",
    async (locale, colorScheme, width) => {
      await page.close();
      page = await browser().newPage({ locale, colorScheme, viewport: { width, height: 844 } });
      await open("#/playground?servable=add&method=add_common");
      await page.getByRole("button", { name: /^(Copy link|复制链接)$/ }).click();
      await page.locator("app-share-dialog code").waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await x1Filled();
      await page.getByRole("button", { name: /^(Copy link|复制链接)$/ }).click();
      await page.locator("app-share-dialog .large").waitFor();
      // What lies half under the bar behind the dialog is no target.
      await page.evaluate(() => scrollTo(0, 0));
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );

  const x1Filled = () => page.locator("app-input-editor textarea").first().fill("1 ".repeat(4000));
});
