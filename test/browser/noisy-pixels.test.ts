/** The app and `<serving-classifier>` in a Firefox that gives out noise in place of a canvas's pixels. */

import { readFileSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PhotoSite } from "./photo-site.ts";
import { firefoxPath } from "./realm.ts";

const missing =
  firefoxPath === undefined && !process.env.CI ? " (no Firefox here; install it, or set FIREFOX_PATH)" : "";

describe.skipIf(missing !== "")(`where pixels are noise${missing}`, () => {
  let browser: Browser;
  let site: PhotoSite;
  let page: Page;
  let onItsSide: Buffer;
  beforeAll(async () => {
    onItsSide = await sharp("dist/app/samples/panda.jpg")
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: firefoxPath!,
      headless: true,
      extraPrefsFirefox: {
        "privacy.resistFingerprinting": true,
        "media.navigator.streams.fake": true,
        "media.navigator.permission.disabled": true,
      },
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    site = await PhotoSite.start();
    site.photos.set("on its side", onItsSide);
    page = await browser.newPage();
  });
  afterEach(async () => {
    await page.close();
    await site.close();
  });

  /** Dropped, as soon as the page listens. */
  async function give(name: string, type: string, bytes: Uint8Array) {
    await page.waitForFunction(
      () => customElements.get("app-drop-target") ?? customElements.get("serving-classifier"),
    );
    await page.evaluate(
      ({ name, type, bytes }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
        const options = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
        const zone = document.querySelector("serving-classifier")?.shadowRoot?.querySelector(".zone");
        (zone ?? document.body).dispatchEvent(new DragEvent("drop", options));
      },
      { name, type, bytes: [...bytes] },
    );
  }

  /** What is written on the page, shadow roots and all. */
  const written = () =>
    page.evaluate(() => {
      const textOf = (root: ParentNode): string =>
        Array.from(root.querySelectorAll("*"), (one) => (one.shadowRoot ? textOf(one.shadowRoot) : ""))
          .concat(Array.from(root.querySelectorAll("p, h3"), ({ textContent }) => textContent ?? ""))
          .join("\n");
      return textOf(document);
    });
  const says = (text: string) => expect.poll(written, { timeout: 8000 }).toContain(text);

  for (const where of ["app", "elementPage"] as const) {
    it(`a photo that should be turned is sent as it is, and its card says so (${where})`, async () => {
      await page.goto(site[where]);
      await give("phone.jpg", "image/jpeg", onItsSide);
      await says("label of on its side");
      await says("Sent as it is, neither turned upright nor made smaller: this browser gives out noise");
      expect(site.calls.flat()).toEqual(["on its side"]);
    });

    it(`a kind that would have to be converted is not sent, and its card says why (${where})`, async () => {
      await page.goto(site[where]);
      await give(
        "panda.webp",
        "image/webp",
        await sharp(readFileSync("dist/app/samples/panda.jpg")).webp().toBuffer(),
      );
      await says("This picture can't be converted for Serving: this browser gives out noise");
      expect(site.calls).toEqual([]);
    });
  }

  it("the camera takes no photo of noise, and says why", async () => {
    await page.goto(site.app);
    await (await page.waitForSelector(">>> ::-p-aria(Camera)"))!.click();
    await page.waitForFunction(() => {
      const shadow = (tag: string, root: ParentNode = document) => root.querySelector(tag)?.shadowRoot;
      const dialog = shadow("app-camera-dialog", shadow("app-classify-page", shadow("app-shell")!)!);
      return (dialog?.querySelector("video")?.readyState ?? 0) >= 2;
    });
    await (await page.waitForSelector(">>> ::-p-aria(Take a photo)"))!.click();
    await says("a photo taken here would show nothing");
    expect(site.calls).toEqual([]);
  });
});
