/** The page Load as a person uses it, through the real bridge to a demo worker; the command beside it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { runMain } from "../cli/run-main.ts";
import { type Site, startSite } from "../elements/site.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { photoCalled, readingClassifier } from "./labelled-photos.ts";

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(readingClassifier(10));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(() => open());
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

/** @param set of the settings */
async function open(
  set: object = { servable: "add", method: "add_common" },
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<void> {
  await context?.close();
  context = await browser.newContext({ locale: "en-US", ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = complaintsOf(page);
  await page.route("**/demo.json", (route) => route.fulfill({ json: { demo: false } }));
  await page.addInitScript((kept) => localStorage.setItem("settings", kept), JSON.stringify(set));
  await page.goto(`${site.url}/#/load`);
  await learned();
}

/** The form has the inputs that the server tells. */
const learned = () => page.locator("app-load-request[aria-busy=false]").waitFor();

const button = (name: string | RegExp) => page.getByRole("button", { name });
const start = () => button("Start").click();
const rows = () => page.locator("app-step-table tbody tr");
const over = () => page.locator("app-load-results").getByRole("button", { name: "Remove" }).waitFor();

async function plan(texts: Partial<Record<"concurrency" | "batch" | "seconds" | "calls", string>>) {
  for (const [name, text] of Object.entries(texts)) await page.locator(`app-plan-fields #${name}`).fill(text);
}

/** Two numbers to add. */
async function writeRequest() {
  for (const name of ["x1", "x2"])
    await page.getByRole("textbox", { name: `values of ${name}` }).fill("[[1, 2], [3, 4]]");
}

/** A call that takes so long. */
async function openSlow(seconds: number) {
  await open({ servable: "slow", method: "wait" });
  await page.getByRole("combobox", { name: "kind of seconds" }).selectOption("scalar");
  await page.getByRole("textbox", { name: "values of seconds" }).fill(String(seconds));
}

/** Requests of calls from here on. */
function calls(): string[] {
  const urls: string[] = [];
  context.on("request", (request) => {
    if (request.url().endsWith("/Predict")) urls.push(request.url());
  });
  return urls;
}

describe("a sweep", () => {
  it("has a row for each width and batch size, and makes just the calls that it told before", async () => {
    await writeRequest();
    await plan({ concurrency: "1, 2", batch: "1, 3", calls: "20", seconds: "60" });
    await page
      .getByText(
        `Calls add.add_common at ${site.url}, nobody else: at most 84 calls, started within 240 s; a call may take up to 120 s.`,
      )
      .waitFor();
    const made = calls();
    await start();
    await over();
    expect(made).toEqual(Array(84).fill(`${site.url}/mindspore.serving.proto.MSService/Predict`));
    const cells = await rows().evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "")),
    );
    expect(cells.map((row) => row.slice(0, 3))).toEqual([
      ["1", "1", "20"],
      ["2", "1", "20"],
      ["1", "3", "20"],
      ["2", "3", "20"],
    ]);
    for (const row of cells) {
      for (const figure of row.slice(3, 7)) expect(Number(figure.replace(",", ""))).toBeGreaterThan(0);
      expect(row[7]).toBe("–");
    }
    await page.getByText("4 of 4 steps").first().waitFor();
    await page
      .getByRole("img", { name: /^Answers a second, by calls at a time: .* with 1 call of 1 instance; / })
      .waitFor();
  });

  it("shows a chosen step's times as bars and as a table with all of its calls", async () => {
    await writeRequest();
    await plan({ concurrency: "1, 2", calls: "15" });
    await start();
    await over();
    const first = "How long calls took, with 1 at a time of 1 instance";
    await page
      .getByRole("img", { name: /^How long calls took, with 2 at a time of 1 instance: 15 calls/ })
      .waitFor();
    await page.getByRole("radio", { name: first }).check();
    await page
      .getByRole("img", { name: new RegExp(`^${first}: 15 calls of [\\d.]+ to [\\d.]+ ms`) })
      .waitFor();
    await page.getByText("As a table").click();
    const counts = await page.locator("app-time-histogram tbody td").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(15);
  });

  it("of a photo, and of JSON, sends that; more than one instance is told", async () => {
    await open({ servable: "resnet50", method: "classify_top1" });
    await start();
    await page.getByText("1 input needs a fix; nothing was sent.").waitFor();
    const photo = { name: "photo.bmp", mimeType: "image/bmp", buffer: photoCalled(1) };
    await page.getByLabel("file for image").setInputFiles(photo);
    await plan({ concurrency: "2", calls: "5" });
    await start();
    await over();
    expect(await rows().locator("td").nth(6).textContent()).toBe("–");
    await page.getByText("--input image=@photo.bmp").waitFor();
    await page.getByRole("textbox", { name: "Servable" }).fill("add");
    await page.getByRole("textbox", { name: "Method" }).fill("add_common");
    await page.getByRole("textbox", { name: "Method" }).press("Tab");
    await learned();
    await page.getByRole("radio", { name: "JSON" }).check();
    const json = page.getByRole("textbox", { name: "Instances as JSON" });
    const instance = '{"x1": [[1]], "x2": [[2]]}';
    await json.fill(`[${instance}, ${instance}]`);
    await start();
    await page.getByText("This is 2 instances: give one, which every call repeats.").waitFor();
    await page.getByRole("radio", { name: "Form" }).check();
    await button("Remove instance 2").click();
    await start();
    await expect
      .poll(() => page.locator("app-load-results h2").allTextContents())
      .toEqual(["add.add_common", "resnet50.classify_top1"]);
    await page.getByText("--input 'x1=[[1]]'").waitFor();
  });

  it("says that a width above six measures the browser by HTTP/1.1, and at which steps", async () => {
    await writeRequest();
    await plan({ concurrency: "6", calls: "12" });
    await start();
    await over();
    expect(await page.getByText(/^† This page reaches the server by HTTP\/1\.1/).count()).toBe(0);
    await page.locator("app-load-results").getByRole("button", { name: "Remove" }).click();
    await plan({ concurrency: "6, 7" });
    await start();
    await page.getByText(/^† This page reaches the server by HTTP\/1\.1, .* at most 6 connections/).waitFor();
    await over();
    expect(await rows().locator("th").allTextContents()).toEqual(["6", "7†"]);
  });
});

describe("a sweep ends", () => {
  it("by Stop, at once, with what it measured until then", async () => {
    await openSlow(0.05);
    await plan({ concurrency: "2, 4", calls: "100000", seconds: "300" });
    const made = calls();
    await start();
    await expect.poll(() => rows().first().locator("td").nth(1).textContent()).toMatch(/^[1-9]/);
    await button("Stop").click();
    await over();
    await page.getByText("1 of 2 steps · stopped").waitFor();
    expect(Number(await rows().first().locator("td").nth(1).textContent())).toBeGreaterThan(0);
    const until = made.length;
    await button("Start").waitFor();
    expect(made.length).toBe(until);
  });

  it("when somebody turns to another page, and what it measured is still there", async () => {
    await openSlow(0.05);
    await plan({ concurrency: "1", calls: "100000", seconds: "600" });
    await start();
    await expect.poll(() => rows().first().locator("td").nth(1).textContent()).toMatch(/^[1-9]/);
    await page.getByRole("link", { name: "Playground" }).first().click();
    await page.goBack();
    await over();
    await page.getByText("1 of 1 step · stopped, since the page was left").waitFor();
  });

  it("after one call where nothing is answered, with the failure's kind and what to do", async () => {
    await open({ servable: "faulty", method: "fail_one" });
    await page.getByRole("combobox", { name: "kind of x", exact: true }).selectOption("scalar");
    await page.getByRole("textbox", { name: "values of x" }).fill("13");
    await plan({ concurrency: "1, 2", batch: "3" });
    const made = calls();
    await start();
    await over();
    await page.getByText("1 of 2 steps · ended early: more calls would come to nothing").waitFor();
    expect(await rows().first().locator("td").nth(6).textContent()).toBe("3 model-failed");
    await page
      .locator("app-load-results")
      .getByText(/13 is not welcome/)
      .waitFor();
    await page
      .locator("app-load-results")
      .getByText(/^What to do: /)
      .waitFor();
    expect(made).toHaveLength(1);
  });

  it("at a redirect: nobody but the address of the settings is called", async () => {
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
    };
    const listening = async (answer: RequestListener) => {
      const server = createServer(answer);
      onTestFinished(() => void server.close());
      await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    let [called, isGate] = [0, false];
    const target = await listening((request, response) => {
      if (request.method === "POST") called++;
      response.writeHead(200, cors).end();
    });
    const gate = await listening((request, response) => {
      const leads = isGate && request.method === "POST";
      response.writeHead(leads ? 307 : 200, leads ? { ...cors, location: `${target}/` } : cors).end();
    });
    await open({ address: gate, servable: "add", method: "add_common" });
    await writeRequest();
    isGate = true;
    await start();
    await over();
    await page.locator("app-load-results").getByText(`${gate} redirected the call`).waitFor();
    expect(called).toBe(0);
    complaints.splice(0); // The browser's own words about what failed.
  });
});

describe("bounds that nobody passes", () => {
  it.each([
    [{ concurrency: "1, 65" }, "Give whole numbers from 1 to 64, with commas between them."],
    [{ batch: "1001" }, "Give whole numbers from 1 to 1000, with commas between them."],
    [{ seconds: "601" }, "Give a whole number from 1 to 600."],
    [{ calls: "100001" }, "Give a whole number from 1 to 100000."],
    [{ seconds: "201" }, "3 steps of 201 s are 603 s: at most 600 s in all."],
  ] as const)("%j: nothing is sent, and the field has the focus", async (texts, fault) => {
    await writeRequest();
    const made = calls();
    await plan(texts);
    await page.getByText(fault).waitFor();
    await start();
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.id;
    });
    expect(focused).toBe(Object.keys(texts)[0]);
    expect([made.length, await rows().count()]).toEqual([0, 0]);
  });

  it("of memory: what would be under way at a time", async () => {
    await open({ servable: "resnet50", method: "classify_top1" });
    const photo = { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(2 ** 20) };
    await page.getByLabel("file for image").setInputFiles(photo);
    await plan({ concurrency: "60", batch: "10" });
    await start();
    await page.getByText("600 MB would be under way at a time, at most 512 MB fit here").waitFor();
    expect(await rows().count()).toBe(0);
  });
});

describe("what a sweep came to", () => {
  /** Names of all fields, those of lists once. */
  function formOf(value: unknown): unknown {
    if (Array.isArray(value)) return value.length > 0 ? [formOf(value[0])] : [];
    if (typeof value !== "object" || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, formOf(one)]));
  }

  it("is saved in the form in which the command prints it, and the line beside it is that command", async () => {
    await writeRequest();
    await plan({ concurrency: "1, 2", calls: "6" });
    await start();
    await over();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      button("Save all figures as JSON").click(),
    ]);
    expect(file.suggestedFilename()).toBe("load-add.add_common.json");
    const saved = JSON.parse(readFileSync(await file.path(), "utf8"));
    expect(saved).toMatchObject({ address: site.url, from: "browser", protocol: "http/1.1", version: 0 });
    const line = (await page.locator("app-load-results app-copy-line code").textContent())!;
    const words = execFileSync("sh", [
      "-c",
      line.replace(/^npx mindspore-serving-web load/, "printf '%s\\0'"),
    ]);
    const { out, code } = await runMain("load", ...words.toString().split("\0").slice(0, -1), "--json");
    expect(code).toBe(0);
    const printed = JSON.parse(out);
    expect(formOf(saved)).toEqual(formOf(printed));
    const plans = [saved, printed].map(({ steps, limits }) => [
      limits,
      steps.map(({ concurrency, batch, calls }: Record<string, number>) => [concurrency, batch, calls]),
    ]);
    expect(plans[0]).toEqual(plans[1]);
  }, 60_000);

  it("is saved as CSV, stays and says of what it is when the settings change, and is asked about before it is lost", async () => {
    await writeRequest();
    await plan({ concurrency: "1", calls: "4" });
    await start();
    await over();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      button("Save the steps as CSV").click(),
    ]);
    const csv = readFileSync(await file.path(), "utf8").split("\r\n");
    expect(csv[1]).toMatch(new RegExp(`^${site.url},add,add_common,0,1,1,4,`));
    await page.getByRole("textbox", { name: "Servable" }).fill("other");
    await page.getByRole("textbox", { name: "Servable" }).press("Tab");
    expect(await page.locator("app-load-results h2").textContent()).toBe("add.add_common");
    await page.locator("app-load-results").getByText(`${site.url}, `).waitFor();
    const asked = page.waitForEvent("dialog");
    await page.evaluate(() => setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect(await rows().count()).toBe(1);
  });
});

describe("the page", () => {
  it.each(["light", "dark"] as const)(
    "has no findings of axe, %s: empty, with a fault and with results",
    async (colorScheme) => {
      await open(undefined, { colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      await writeRequest();
      await plan({ concurrency: "1, 7", batch: "1, 2", calls: "9" });
      await start();
      await over();
      await page.getByText("As a table").click();
      await plan({ calls: "0" });
      await page.getByText("Give a whole number from 1 to 100000.").waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  it("is there in Chinese, and fits a phone", async () => {
    await open(undefined, { locale: "zh-CN", viewport: { width: 360, height: 740 } });
    for (const name of ["x1", "x2"])
      await page
        .getByRole("textbox", { name: new RegExp(`${name}.*值|值.*${name}`) })
        .fill("[[1, 2], [3, 4]]");
    await plan({ concurrency: "1, 7", batch: "1, 2", calls: "9" });
    await button("开始").click();
    await page.getByText("4 步中完成 4 步").first().waitFor();
    await page.getByText(/^† 本页面通过 HTTP\/1\.1 访问服务器/).waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
});
