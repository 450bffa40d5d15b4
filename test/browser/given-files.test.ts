/** Files that are pasted and dropped where a page has other use for them than to classify them. */

import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

let app: AppServer;
let page: Page;
eachWithAppPage((given, fresh) => {
  app = given;
  page = fresh;
});

/** Has Classify listen, then turns to another page. */
async function turnTo(place: string) {
  await page.goto(app.url);
  await page.getByRole("button", { name: "Choose photos" }).first().waitFor();
  await page.goto(`${app.url}/#/${place}`);
}

/** What the page makes of it; without `preventDefault` the browser does what is usual there. */
const give = (way: "paste" | "drop", label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((target, way) => {
    const data = new DataTransfer();
    data.setData("text/plain", "1\t2");
    data.items.add(new File(["x"], "given.png", { type: "image/png" }));
    const options = { bubbles: true, cancelable: true, composed: true };
    const event =
      way === "paste"
        ? new ClipboardEvent("paste", { ...options, clipboardData: data })
        : new DragEvent("drop", { ...options, dataTransfer: data });
    target.dispatchEvent(event);
    return event.defaultPrevented ? "taken" : "left";
  }, way);

/** Whether Classify has a photo of it; it turns to itself when it takes one. */
async function onTheTable() {
  await page.goto(`${app.url}/#/classify`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return (await page.getByRole("article", { name: "given.png" }).count()) > 0;
}

/** As browsers give a picture that was copied, or a file of that name that was. */
const pastePicture = (lastModified: number) =>
  page.evaluate((lastModified) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "image.png", { type: "image/png", lastModified }));
    const options = { bubbles: true, cancelable: true, composed: true, clipboardData: data };
    document.body.dispatchEvent(new ClipboardEvent("paste", options));
  }, lastModified);

describe("a picture out of the clipboard", () => {
  const now = new Date("2026-03-04T14:03:21");

  it("is called by the time of day, where it has no name of its own", async () => {
    await page.clock.setFixedTime(now);
    await turnTo("classify");
    await pastePicture(now.getTime());
    await page.getByRole("article", { name: "Pasted image 14:03:21.png", exact: true }).waitFor();
    await pastePicture(now.getTime());
    await page.getByRole("article", { name: "Pasted image 14:03:21 (2).png", exact: true }).waitFor();
    await pastePicture(now.getTime() - 3_600_000);
    await page.getByRole("article", { name: "image.png", exact: true }).waitFor();
  });
});

describe("a spreadsheet's cells, which come as text and as a picture", () => {
  it("are the playground's text field's", async () => {
    await turnTo("playground");
    expect(await give("paste", "values of x1")).toBe("left");
    expect(await onTheTable()).toBe(false);
  });

  it("are the search field's", async () => {
    await turnTo("classify");
    await page.locator("input#files").setInputFiles("dist/app/icon-192.png");
    expect(await give("paste", "Search labels and names")).toBe("left");
    expect(await onTheTable()).toBe(false);
  });
});

describe("a file", () => {
  beforeEach(() => turnTo("playground"));

  it("that is dropped on a file input is that one's", async () => {
    expect(await give("drop", "file for x1")).toBe("left");
    expect(await onTheTable()).toBe(false);
  });

  it("that is dropped beside it is classified, and so is one that is pasted with the focus on a box", async () => {
    expect(await give("drop", "Method")).toBe("taken");
    await page.getByRole("article", { name: "given.png" }).waitFor();
    await page.getByRole("button", { name: "Remove given.png" }).click();
    expect(await give("paste", "Shrink before upload")).toBe("taken");
    await page.getByRole("article", { name: "given.png" }).waitFor();
  });
});
