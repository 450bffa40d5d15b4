/** Requests of the playground that are kept: saved by name, exported and imported, past calls with their replies. */

import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, newPage } from "./browser.ts";

let app: AppServer;
let page: Page;
eachWithAppPage((given, fresh) => {
  app = given;
  page = fresh;
});

const browser = () => page.context().browser() as Browser;
const ECHO = "#/playground?servable=echo&method=same";
const open = (on = page) => on.goto(`${app.url}/${ECHO}`);
const x = (on = page) => on.getByLabel("values of x", { exact: true });
const run = (on = page) => on.getByRole("button", { name: "Run", exact: true }).click();
const printed = (on = page) => on.locator("app-output-view pre").first().textContent();
const answered = () => page.getByText(/^Answered in/).waitFor();
const dialog = (on = page) => on.getByRole("dialog", { name: "Save the request" });
const rows = (on = page) => on.locator("app-saved-list li .whom:not(.mono)");
const unfold = (on = page) => on.getByText(/^Saved requests/).click();
const importing = (on = page) => on.getByLabel("Import", { exact: true });

async function save(name: string, on = page) {
  await on.getByRole("button", { name: "Save", exact: true }).click();
  await dialog(on).getByLabel("Name").fill(name);
  await dialog(on).getByRole("button", { name: "Save", exact: true }).click();
}

/** Another tab of the same browser: both are those of a new one. */
async function secondTab(): Promise<Page> {
  const context = await browser().newContext({ locale: "en-US" });
  await page.close();
  page = await context.newPage();
  const other = await context.newPage();
  for (const tab of [page, other]) {
    tab.setDefaultTimeout(10_000);
    await open(tab);
    await x(tab).waitFor();
  }
  return other;
}

const names = async (on = page) =>
  (await rows(on).allTextContents()).map((text) => text.replace("Fill in again: ", ""));

const jsonFile = (content: unknown, name = "requests.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

const FILE = { format: "mindspore-serving-web/requests", formatVersion: 1 };
const request = (name: string, value: unknown) => ({
  name,
  servable: "echo",
  method: "same",
  instances: [{ x: value }],
});

/** Files that fall on the page from outside. */
async function drop(...files: { name: string; type: string; text: string }[]) {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, text } of given) dataTransfer.items.add(new File([text], name, { type }));
    for (const kind of ["dragover", "drop"]) {
      document.body.dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer }),
      );
    }
  }, files);
}

beforeEach(async () => {
  await open();
  await x().waitFor();
});

describe("a request that is saved by name", () => {
  it("is there after a reload, as it was written, and Run gives what it gave", async () => {
    await page.getByLabel("dtype of x", { exact: true }).selectOption("int64");
    await x().fill("9007199254740993 -1");
    await save("large numbers");
    await page.getByText("Saved as “large numbers”.").waitFor();
    await page.goto("about:blank");
    await page.goto(`${app.url}/#/playground`);
    await unfold();
    await page.getByRole("button", { name: /^Fill in again: large numbers/ }).click();
    await page.getByText("“large numbers” is filled in.").waitFor();
    expect(await page.getByLabel("Servable").inputValue()).toBe("echo");
    expect(await x().inputValue()).toBe("9007199254740993 -1");
    await run();
    expect(await printed()).toContain("9007199254740993");
  });

  it("asks before it takes the place of another one of its name", async () => {
    await x().fill("1");
    await save("mine");
    await x().fill("2");
    await save("mine");
    await dialog()
      .getByText(/^“mine” is there already, saved .*: replace it, or give another name\.$/)
      .waitFor();
    await dialog().getByLabel("Name").fill("mine too");
    expect(
      await dialog()
        .getByText(/is there already/)
        .count(),
    ).toBe(0);
    await dialog().getByRole("button", { name: "Save", exact: true }).click();
    await dialog().waitFor({ state: "hidden" });
    await save("mine");
    await dialog().getByRole("button", { name: "Replace it" }).click();
    await dialog().waitFor({ state: "hidden" });
    await unfold();
    expect(await names()).toEqual(["mine", "mine too"]);
    await rows().first().click();
    expect(await x().inputValue()).toBe("2");
  });

  it("is renamed, but not to another one's name, and is back with Undo once it was deleted", async () => {
    await save("one");
    await save("two");
    await unfold();
    await page.getByRole("button", { name: "Rename “one”" }).click();
    const name = page.locator("app-saved-list").getByLabel("Name", { exact: true });
    await name.fill("two");
    await name.press("Enter");
    await page.getByText("Another request has this name.").waitFor();
    await name.fill("three");
    await name.press("Enter");
    await expect.poll(() => names()).toEqual(["three", "two"]);
    await page.getByRole("button", { name: "Delete “two”" }).click();
    expect(await names()).toEqual(["three"]);
    await page.getByText("“two” was deleted.").getByRole("button", { name: "Undo" }).click();
    expect(await names()).toEqual(["three", "two"]);
  });

  it("is seen in another tab at once, and neither tab overwrites the other's", async () => {
    const other = await secondTab();
    await save("here");
    await save("there", other);
    await unfold(other);
    await unfold();
    expect(await names(other)).toEqual(["here", "there"]);
    await expect.poll(() => names()).toEqual(["here", "there"]);
    await other.getByRole("button", { name: "Delete “here”" }).click();
    await expect.poll(() => names()).toEqual(["there"]);
  });

  it("that the browser has no room for is told, stays written, and can be saved as a file", async () => {
    await page.evaluate(() => {
      const free = () => {
        try {
          localStorage.setItem("full", `${localStorage.getItem("full") ?? ""}${"x".repeat(size)}`);
          return true;
        } catch {
          return false;
        }
      };
      let size = 2 ** 20;
      for (; size >= 1; size = Math.floor(size / 2)) while (free());
    });
    await x().fill("1 2 3");
    await save("no room");
    await dialog()
      .getByText(/^This browser keeps no more for this page/)
      .waitFor();
    const coming = page.waitForEvent("download");
    await dialog().getByRole("button", { name: "Save as JSON" }).click();
    const file = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
    expect(file.instances).toEqual([{ x: [1, 2, 3] }]);
    expect(await x().inputValue()).toBe("1 2 3");
  });
});

describe("a JSON file", () => {
  it("of all saved requests and the history brings both to another browser", async () => {
    await x().fill("[nan, -0]");
    await save("odd");
    await run();
    await answered();
    await unfold();
    await page.getByLabel("with 1 call of history").check();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export all" }).click();
    const saved = await coming;
    expect(saved.suggestedFilename()).toBe("serving-requests.json");
    const path = await saved.path();
    const other = await newPage(browser());
    const told = complaintsOf(other);
    await other.goto(`${app.url}/#/playground`);
    await unfold(other);
    await importing(other).setInputFiles(path);
    await other.getByText("1 request imported, 1 call of history").waitFor();
    await importing(other).setInputFiles(path);
    await other.getByText("0 requests imported, 1 already here").waitFor();
    await rows(other).first().click();
    await run(other);
    expect(await printed(other)).toBe("array([nan, -0.], dtype=float32)");
    expect(told).toEqual([]);
    await other.context().close();
  });

  it("of one request that falls on the page is filled in, with its file, and gives the same reply", async () => {
    await page.getByLabel("file for x", { exact: true }).setInputFiles({
      name: "x.bin",
      mimeType: "",
      buffer: Buffer.from(new Float32Array([5, 6]).buffer),
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await dialog()
      .getByText("Not kept, and to be chosen again later: x. A JSON file takes them along.")
      .waitFor();
    const coming = page.waitForEvent("download");
    await dialog().getByRole("button", { name: "Save as JSON" }).click();
    const text = readFileSync(await (await coming).path(), "utf8");
    await page.goto("about:blank");
    await page.goto(`${app.url}/#/playground`);
    await page.locator("app-input-editor").first().waitFor();
    await drop({ name: "echo.same.json", type: "application/json", text });
    await page.getByText("“echo.same.json” is filled in.").waitFor();
    await page.getByText("x.bin", { exact: true }).waitFor();
    await run();
    expect(await printed()).toBe("array([5., 6.], dtype=float32)");
    expect(new URL(page.url()).hash).toBe(ECHO);
  });

  it("that is broken is told with what is wrong and where, and changes nothing", async () => {
    await save("mine");
    await unfold();
    await importing().setInputFiles(jsonFile('{"format": ', "cut.json"));
    await page.getByText(/^cut\.json: This is not JSON: .*(position|line|end)/).waitFor();
    await importing().setInputFiles(jsonFile({ name: "package" }));
    await page.getByText(/^requests\.json: This is no file of requests/).waitFor();
    await importing().setInputFiles(jsonFile({ ...FILE, formatVersion: 2 }));
    await page.getByText(/Its formatVersion is 2, and this page reads 1/).waitFor();
    expect(await names()).toEqual(["mine"]);
  });

  it("with one entry that is broken gives the others, and says which one and why", async () => {
    await unfold();
    const requests = [request("good", 1), request("bad", { value: [1], type: "int7" })];
    await importing().setInputFiles(jsonFile({ ...FILE, requests }));
    await page.getByText("1 request imported").waitFor();
    await page.getByText("requests[1] “bad”: instances[0].x has an unknown type").waitFor();
    expect(await names()).toEqual(["good"]);
  });

  it("with another request of a name that is there asks, and overwrites nothing unasked", async () => {
    await x().fill("1");
    await save("mine");
    await unfold();
    const file = jsonFile({ ...FILE, requests: [request("mine", [2]), request("new", [3])] });
    await importing().setInputFiles(file);
    await page.getByText("One of the file's requests has the name of another one here: “mine”.").waitFor();
    await page.getByRole("button", { name: "Leave them out" }).click();
    await rows().first().click();
    expect(await x().inputValue()).toBe("1");
    await importing().setInputFiles(file);
    await page.getByRole("button", { name: "Keep both" }).click();
    await expect.poll(() => names()).toEqual(["mine", "mine (2)", "new"]);
    await importing().setInputFiles(file);
    await page.getByRole("button", { name: "Replace mine" }).click();
    await page.getByText("1 request imported").waitFor();
    await rows().first().click();
    expect(await x().inputValue()).toBe("[2]");
  });

  it("is none of Classify's when it falls on the playground; a photo still goes there", async () => {
    await page.getByRole("link", { name: "Classify" }).click();
    await page.getByText("Drop photos here").waitFor();
    await page.getByRole("link", { name: "Playground" }).click();
    await x().waitFor();
    await drop({ name: "a.json", type: "", text: "{" });
    await page.getByText(/^a\.json: This is not JSON/).waitFor();
    await drop({ name: "a.jpg", type: "image/jpeg", text: "no photo" });
    await page.getByRole("link", { name: "Classify" }).click();
    await page
      .getByText(/a\.jpg/)
      .first()
      .waitFor();
    expect(
      await page
        .getByText(/a\.json/)
        .and(page.locator(":visible"))
        .count(),
    ).toBe(0);
  });
});

describe("history", () => {
  it("shows a call's reply again after a reload, marked with when it came, and keeps the form", async () => {
    await x().fill("7 8");
    await run();
    await answered();
    await page.reload();
    await x().fill("1");
    await page.getByText("History (1)").click();
    await page.getByRole("button", { name: /^Reply/ }).click();
    const reply = page.getByRole("region", { name: "Reply", exact: true });
    await reply.getByText(/^Reply of .*, in \d+ ms$/).waitFor();
    expect(await printed()).toBe("array([7., 8.], dtype=float32)");
    expect(await x().inputValue()).toBe("1");
    await reply.getByRole("button", { name: "Close" }).click();
    await page.getByText("The reply will be here.").waitFor();
  });

  it("shows why a call failed, in the list and with what to do about it", async () => {
    await x().fill("1");
    await page.getByLabel("Method", { exact: true }).fill("other");
    await page.getByLabel("Method", { exact: true }).press("Tab");
    await run();
    await page
      .getByRole("alert")
      .getByText(/method is not available/)
      .waitFor();
    await page.reload();
    await page.getByText("History (1)").click();
    const list = page.locator("app-history-list");
    await list.getByText(/Request servable\(echo\) method\(other\) , method is not available/).waitFor();
    await list.getByRole("button", { name: /^Reply/ }).click();
    await page.getByText(/Check the method's name/).waitFor();
  });

  it("keeps of a large output its beginning, and says so", async () => {
    await x().fill(Array.from({ length: 3000 }, (_, i) => i).join(" "));
    await run();
    await answered();
    await page.reload();
    await page.getByText("History (1)").click();
    await page.getByRole("button", { name: /^Reply/ }).click();
    const cut = page.locator("section.cut");
    await cut.getByText("float32 (3000,)").waitFor();
    await cut.getByText("Too large for history, which keeps its beginning only.").waitFor();
    expect(await cut.locator("pre").textContent()).toMatch(/^array\(\[0\.000e\+00, .*\.\.\./);
  });

  it("of two tabs is one, and comes back with Undo once it was cleared", async () => {
    const other = await secondTab();
    await x(other).fill("2");
    await run(other);
    await page.getByText("History (1)").click();
    await x().fill("1");
    await run();
    await other.getByText("History (2)").waitFor();
    await page.getByRole("button", { name: "Clear history" }).click();
    await other.getByText("History (0)").waitFor();
    await page.getByText("The history was cleared.").getByRole("button", { name: "Undo" }).click();
    await other.getByText("History (2)").waitFor();
  });
});

it("metadata is in no link, saved request, history or file", async () => {
  await page.evaluate(() =>
    sessionStorage.setItem("settings", JSON.stringify({ metadata: { authorization: "Bearer sesame" } })),
  );
  await page.reload();
  const sent = page.waitForRequest(
    (one) => one.method() === "POST" && one.headers().authorization === "Bearer sesame",
  );
  await x().fill("1");
  await run();
  await answered();
  await sent;
  await save("mine");
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = (await page.locator("app-share-dialog code").textContent())!;
  const [, param] = /request=1\.([\w-]+)/.exec(link)!;
  await page.keyboard.press("Escape");
  await unfold();
  await page.getByLabel("with 1 call of history").check();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export all" }).click();
  const exported = readFileSync(await (await coming).path(), "utf8");
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  const all = [link, Buffer.from(param!, "base64url").toString(), exported, kept].join("\n");
  expect(all).toContain("echo");
  expect(all).not.toMatch(/sesame|bearer|authorization/i);
  // What belongs to the proxy's address is not there either.
  expect(exported).not.toContain(new URL(app.url).host);
});

describe("what is seen of it", () => {
  it.each([
    ["en-US", "light", 1280],
    ["zh-CN", "dark", 390],
  ] as const)(
    "in %s, %s, at %d pixels has no findings of axe's, and nothing beside the page",
    async (locale, colorScheme, width) => {
      await page.close();
      page = await browser().newPage({ locale, colorScheme, viewport: { width, height: 844 } });
      await open();
      await page.getByLabel(/^(values of x|x 的值)$/).fill("1 2");
      await page.locator("button.run").click();
      await page.locator("app-output-view").waitFor();
      await page.getByRole("button", { name: /^(Save|保存)$/ }).click();
      await page.locator("app-save-dialog input").fill("mine");
      expect(await axeFindings(page)).toEqual([]);
      await page.locator("app-save-dialog button.primary").click();
      for (const list of ["saved", "history"]) await page.locator(`app-${list}-list summary`).click();
      const requests = [request("mine", 1), request("bad", null), request("new", 2)];
      await page.locator("app-saved-list input[type=file]").setInputFiles(jsonFile({ ...FILE, requests }));
      await page.locator("app-import-view .question").waitFor();
      await page.locator("app-saved-list li button.icon").first().click();
      await page.locator("app-history-list li button.bare").click();
      await page.locator(".reply.old").waitFor();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );
});
