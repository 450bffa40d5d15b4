/** `<serving-classifier>` in a real Chromium, from the built module, through the real bridge and real weights. */

import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { inEveryFormat } from "../browser/pictures-made.ts";
import { type Site, sample, toldOf } from "./site.ts";
import { withSite } from "./with-site.ts";

let page: Page;
let site: Site;
let complaints: string[];
const open = withSite(loadClassifier, (opened) => {
  ({ page, site, complaints } = opened);
});

const card = (name: string): Locator => page.getByRole("article", { name, exact: true });
const done = (name: string) => card(name).getByText("Done", { exact: true }).waitFor();
const choose = (files: string[]) => page.locator("input[type=file]").setInputFiles(files);

/** In the page: sample photos as a reader drops or pastes them. */
async function give(page: Page, way: "drop" | "paste", names: string[], target = "serving-classifier") {
  await page.evaluate(
    async ({ way, names, target }) => {
      const transfer = new DataTransfer();
      for (const name of names) {
        const isText = name.endsWith(".txt");
        const content = isText ? "No photo." : await (await fetch(`/samples/${name}`)).blob();
        transfer.items.add(new File([content], name, { type: isText ? "text/plain" : "image/jpeg" }));
      }
      const init = { bubbles: true, cancelable: true, composed: true };
      const at = document.querySelector(target)!;
      if (way === "paste") {
        at.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, ...init }));
        return;
      }
      const zone = at.shadowRoot!.querySelector("[part=dropzone]")!;
      for (const type of ["dragenter", "dragover", "drop"]) {
        zone.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, ...init }));
      }
    },
    { way, names, target },
  );
}

describe("photos come by", () => {
  it("the button's file chooser, and show labels with meters", async () => {
    await open("<serving-classifier multiple></serving-classifier>");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose photos" }).click();
    await (await chooser).setFiles([sample("panda.jpg"), sample("dome.jpg")]);
    await done("panda.jpg");
    await done("dome.jpg");
    expect(await card("panda.jpg").locator("[part=best-label]").textContent()).toBe("giant panda");
    const meters = card("panda.jpg").getByRole("meter");
    expect(await meters.count()).toBe(5);
    const best = card("panda.jpg").getByRole("meter", { name: "giant panda" });
    const value = Number(await best.getAttribute("aria-valuenow"));
    expect(value).toBeGreaterThan(0.3);
    expect(await best.getAttribute("aria-valuetext")).toBe(`${(value * 100).toFixed(1)}%`);
    const width = await best.locator("[part=bar]").evaluate((bar) => bar.getBoundingClientRect().width);
    const whole = await best.evaluate((track) => track.getBoundingClientRect().width);
    expect(width / whole).toBeCloseTo(value, 1);
    const results = await toldOf(page, "serving-result");
    expect(results.map(({ detail }) => detail.file).sort()).toEqual(["dome.jpg", "panda.jpg"]);
    expect(results[0]!.detail.labels).toHaveLength(5);
    expect(results[0]!.detail.outputs).toHaveProperty("score");
    expect((await toldOf(page, "serving-progress")).at(-1)!.detail).toEqual({ done: 2, failed: 0, total: 2 });
    expect(await page.getByRole("status").textContent()).toContain("2 photos · 2 done");
  });

  it("drop and paste", async () => {
    await open("<serving-classifier multiple></serving-classifier>");
    await give(page, "drop", ["swing.jpg"]);
    await give(page, "paste", ["dome.jpg"], "body");
    await done("swing.jpg");
    await done("dome.jpg");
  });

  it("an image of the page itself that is dragged there", async () => {
    await open(
      `<img src="/samples/panda.jpg" alt="panda" width="200" /><serving-classifier></serving-classifier>`,
    );
    await page.getByAltText("panda").dragTo(page.locator("serving-classifier [part=dropzone]"));
    await done("panda.jpg");
  });

  it("the address of an image on the page's own site that is pasted into it", async () => {
    await open("<serving-classifier></serving-classifier>");
    const address = `${site.url}/samples/panda.jpg`;
    await page.getByRole("button", { name: "Choose a photo" }).focus();
    await page.evaluate((address) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", address);
      const init = { bubbles: true, cancelable: true, composed: true, clipboardData };
      const element = document.querySelector("serving-classifier")!;
      element.shadowRoot!.activeElement!.dispatchEvent(new ClipboardEvent("paste", init));
    }, address);
    await done("panda.jpg");
  });

  it("files in every format that browser or server decodes, turned upright", async () => {
    await open("<serving-classifier multiple></serving-classifier>");
    const files = await inEveryFormat();
    await page.locator("input[type=file]").setInputFiles(files);
    for (const { name } of files) {
      await done(name);
      expect([name, await card(name).locator("[part=best-label]").textContent()]).toEqual([
        name,
        "giant panda",
      ]);
    }
  });

  it("a script, which gets the results in order", async () => {
    await open("<serving-classifier multiple></serving-classifier>");
    const found = await page.evaluate(async () => {
      const classifier = document.querySelector("serving-classifier")!;
      const file = async (name: string) => new File([await (await fetch(`/samples/${name}`)).blob()], name);
      const notes = new File(["This is no photo."], "notes.txt");
      const results = await classifier.classify([await file("dome.jpg"), notes, await file("panda.jpg")]);
      const short = results.map((one) => ("labels" in one ? one.labels[0]!.name : one.error.kind));
      return { short, same: classifier.result.every((one, i) => one.file === results[i]!.file) };
    });
    expect(found).toEqual({ short: ["dome", "model-failed", "giant panda"], same: true });
  });
});

describe("without `multiple`", () => {
  it("the first photo is taken of what is given, and the rest is told", async () => {
    await open("<serving-classifier></serving-classifier>");
    await give(page, "drop", ["notes.txt", "panda.jpg", "dome.jpg"]);
    await done("panda.jpg");
    await page.getByText("notes.txt is not a photo and was left out.").waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  it("the next photo takes the place of the last", async () => {
    await open("<serving-classifier></serving-classifier>");
    await choose([sample("panda.jpg")]);
    await done("panda.jpg");
    await give(page, "drop", ["dome.jpg", "swing.jpg"]);
    await done("dome.jpg");
    expect(await page.getByRole("article").count()).toBe(1);
  });
});

describe("a paste", () => {
  const two = `<serving-classifier id="a"></serving-classifier><serving-classifier id="b"></serving-classifier>
    <input aria-label="text" />`;

  it("goes to the element that holds the focus, else to the one used last", async () => {
    await open(two);
    await give(page, "paste", ["panda.jpg"], "#b");
    await page.locator("#b").getByText("Done", { exact: true }).waitFor();
    await give(page, "paste", ["dome.jpg"], "body");
    await page.locator("#b").locator("[part=best-label]", { hasText: "dome" }).waitFor();
    expect(await page.locator("#a").getByRole("article").count()).toBe(0);
  });

  it("into a text field is left to the field", async () => {
    await open(two);
    await give(page, "paste", ["panda.jpg"], "input");
    await give(page, "paste", ["dome.jpg"], "#a");
    await page.locator("#a").locator("[part=best-label]", { hasText: "dome" }).waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });
});

describe("a failure", () => {
  it("of one file leaves the others alone, and says what to do", async () => {
    await open(`<serving-classifier multiple accept=""></serving-classifier>`);
    await choose([sample("panda.jpg"), "package.json", sample("dome.jpg")]);
    await done("panda.jpg");
    await done("dome.jpg");
    await card("package.json")
      .getByText(/^Exception thrown from dataset pipeline\. … .* \(resnet50\.preprocess_eager, stage 1\)$/)
      .waitFor();
    await card("package.json")
      .getByText(/What to do: .*is the image complete.* Serving cut the middle of this text/)
      .waitFor();
    const [error] = await toldOf(page, "serving-error");
    const text = expect.stringMatching(
      /^Call Function 'resnet50\.preprocess_eager' Failed, .*Error Mes\.\.\.-/,
    );
    expect(error!.detail).toMatchObject({
      file: "package.json",
      error: { kind: "model-failed", error: text },
    });
  });

  it("is shown for a photo that `accept` keeps out, which is not sent", async () => {
    await open(`<serving-classifier accept="image/png"></serving-classifier>`);
    let calls = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/Predict")) calls++;
    });
    await choose([sample("panda.jpg")]);
    await card("panda.jpg")
      .getByText("Files of type image/jpeg are not accepted here, only image/png.")
      .waitFor();
    await card("panda.jpg").getByText("What to do: Choose another file.").waitFor();
    expect(
      await card("panda.jpg")
        .getByRole("button", { name: /Try again/ })
        .count(),
    ).toBe(0);
    expect(calls).toBe(0);
  });

  it("of a wrong method is shown once, and gone when the page has fixed it", async () => {
    await open(`<serving-classifier multiple method="classify_top9"></serving-classifier>`);
    await choose([sample("panda.jpg"), sample("dome.jpg")]);
    const alert = page.getByRole("alert");
    await alert
      .getByText("Request servable(resnet50) method(classify_top9) , method is not available")
      .waitFor();
    await alert.getByText(/What to do: .*Check the method's name/).waitFor();
    expect(await page.getByText("method is not available").count()).toBe(2); // There, and for screen readers.
    // Two photos are two calls: the alert comes with the first that fails.
    const failed = async () => (await toldOf(page, "serving-error")).map(({ detail }) => detail.file).sort();
    await expect.poll(failed).toEqual(["dome.jpg", "panda.jpg"]);
    await page
      .locator("serving-classifier")
      .evaluate((element) => element.setAttribute("method", "classify_top5"));
    await alert.getByRole("button", { name: "Try again" }).click();
    await done("panda.jpg");
    await done("dome.jpg");
    expect(await alert.textContent()).toMatch(/^\s*$/);
  });

  it("of a worker that is down is gone when it is up again", async () => {
    await open("<serving-classifier></serving-classifier>");
    await site.stopWorker();
    await choose([sample("panda.jpg")]);
    await page
      .getByRole("alert")
      .getByText(/What to do: .*Serving worker behind it does not answer/)
      .waitFor();
    // The browser's own line on the bridge's 503.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 503/.test(text)));
    await site.startWorker();
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await done("panda.jpg");
  });

  it("of the address is shown for an unreachable server and for an invalid address", async () => {
    await open(`<serving-classifier address="http://user@localhost"></serving-classifier>`);
    await choose([sample("panda.jpg")]);
    await page.getByRole("alert").getByText("the address must not contain a user name").waitFor();
    expect((await toldOf(page, "serving-error"))[0]!.detail.error).toMatchObject({ kind: "misuse" });
  });

  it("comes no later than timeout-ms", async () => {
    await open(`<serving-classifier timeout-ms="1"></serving-classifier>`);
    await choose([sample("panda.jpg")]);
    await page
      .getByRole("alert")
      .getByText(/What to do: .*Raise timeoutMs/)
      .waitFor();
    // The proxy counts the same millisecond: where it is the first to be done, Chromium writes its 504 to the console.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 504/.test(text)));
  });
});

describe("attributes", () => {
  it("`top` limits the labels; classify_top1's one label has no meter", async () => {
    await open(`<serving-classifier id="two" top="2"></serving-classifier>
      <serving-classifier id="one" method="classify_top1"></serving-classifier>`);
    await give(page, "drop", ["panda.jpg"], "#two");
    await give(page, "drop", ["panda.jpg"], "#one");
    for (const id of ["#one", "#two"]) await page.locator(id).getByText("Done", { exact: true }).waitFor();
    expect(await page.locator("#two").getByRole("meter").count()).toBe(2);
    expect(await page.locator("#one").locator("[part=best-label]").textContent()).toBe("giant panda");
    expect(await page.locator("#one").getByRole("meter").count()).toBe(0);
  });

  it("that are removed are what they were at first", async () => {
    await open(
      `<serving-classifier address="http://localhost:1" servable="add" method="add_cast" version="7" input="x1"
        accept="text/plain" top="1" timeout-ms="1"></serving-classifier>`,
    );
    await page.locator("serving-classifier").evaluate((element) => {
      for (const name of element.getAttributeNames()) element.removeAttribute(name);
    });
    await choose([sample("panda.jpg")]);
    await done("panda.jpg");
    expect(await page.getByRole("meter").count()).toBe(5);
    expect(await page.locator("input[type=file]").getAttribute("accept")).toBe("image/*");
  });

  it("`shrink` makes photos smaller before they are sent", async () => {
    await open(`<serving-classifier shrink="160"></serving-classifier>`);
    const call = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/Predict"));
    await choose([sample("panda.jpg")]);
    await done("panda.jpg");
    const { requestBodySize } = await (await call).sizes();
    expect(requestBodySize).toBeGreaterThan(2000);
    expect(requestBodySize).toBeLessThan(20_000); // The sample itself has 88 KB.
    expect(await card("panda.jpg").locator("[part=best-label]").textContent()).toBe("giant panda");
  });
});

describe("photos in the element", () => {
  it("can be removed, each or all, and the focus stays near", async () => {
    await open("<serving-classifier multiple></serving-classifier>");
    await choose([sample("panda.jpg"), sample("dome.jpg"), sample("alps.jpg")]);
    for (const name of ["panda.jpg", "dome.jpg", "alps.jpg"]) await done(name);
    const focused = () =>
      page.evaluate(() => document.activeElement!.shadowRoot!.activeElement!.getAttribute("aria-label"));
    await page.getByRole("button", { name: "Remove dome.jpg" }).click();
    await expect.poll(focused).toBe("Remove alps.jpg");
    expect(await page.getByRole("article").count()).toBe(2);
    await page.getByRole("button", { name: "Clear all" }).click();
    expect(await page.getByRole("article").count()).toBe(0);
    expect(await page.evaluate(() => document.querySelector("serving-classifier")!.result)).toEqual([]);
  });

  it("stay when the element moves in the page; calls end when it leaves", async () => {
    await open(`<serving-classifier></serving-classifier><div id="there"></div>`);
    await choose([sample("panda.jpg")]);
    await done("panda.jpg");
    const kind = await page.evaluate(async () => {
      const classifier = document.querySelector("serving-classifier")!;
      document.querySelector("#there")!.append(classifier);
      const photo = classifier.result[0]!.file;
      const leaving = classifier.cloneNode() as typeof classifier;
      document.body.append(leaving);
      const result = leaving.classify(photo);
      leaving.remove();
      const [one] = await result;
      return "error" in one! ? one.error.kind : "done";
    });
    expect(kind).toBe("removed");
    await done("panda.jpg");
  });
});
