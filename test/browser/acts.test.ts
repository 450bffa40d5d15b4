/**
 * The same act with photos in the app and in an element: both are held to the same list of what a reader sees and
 * what is sent. What differs on purpose stands at the end.
 */

import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyFile } from "../../src/failures/index.ts";
import { deferred } from "../setup/deferred.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { PhotoSite } from "./photo-site.ts";
import { give, messages, remove, type Skin, seen, skins, tryAgain } from "./skins.ts";

const NO_SERVABLE = "Request servable(resnet50) method(classify_top5) , servable is not available";

let browser: Browser;
let page: Page;
let site: PhotoSite;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await PhotoSite.start();
  page = await newPage(browser);
  // The app draws only what is in sight.
  await page.setViewportSize({ width: 1280, height: 3000 });
});
afterEach(async () => {
  await page.close();
  await site.close();
});

/** Small photos that differ, each known to the site by its name. */
async function photos(...names: string[]) {
  for (const name of names) {
    const colour = { r: site.photos.size * 10, g: 100, b: 100 };
    const picture = sharp({ create: { width: 32, height: 24, channels: 3, background: colour } });
    site.photos.set(name, await picture.jpeg().toBuffer());
  }
  return names.map((name) => [name, site.photos.get(name)!] as const);
}

const done = (...names: string[]) => names.map((name) => `${name} Done: label of ${name}`);
const withCall = (...names: string[]) =>
  names.map((name) => `${name} Failed: The whole call failed; see the message …`);

const expectSeen = (expected: unknown[]) => expect.poll(() => seen(page)).toEqual(expected);
const expectMessages = (...expected: unknown[]) => expect.poll(() => messages(page)).toEqual(expected);

describe.each([skins.app, skins.element])("in $name", (skin) => {
  it("a broken reply to one photo of three costs that photo alone", async () => {
    site.answer = (names) => (names.includes("b") ? "broken" : "good");
    await skin.open(page, site);
    await give(page, await photos("a", "b", "c"));
    await expectSeen([...done("a"), expect.stringMatching(/^b Failed: .*cut off/), ...done("c")]);
    await expectMessages();
    expect(site.calls).toEqual([["a", "b", "c"], ["a"], ["b", "c"], ["b"], ["c"]]);
  });

  it("three broken replies in a row stop the queue, which says so once and goes on when tried again", async () => {
    site.answer = () => "broken";
    await skin.open(page, site);
    await give(page, await photos("a", "b", "c"));
    await expectMessages(expect.stringContaining("cut off"));
    await expectSeen(withCall("a", "b", "c"));
    site.answer = () => "good";
    await tryAgain(page);
    await expectSeen(done("a", "b", "c"));
    await expectMessages();
  });

  it("a servable that is not there stops the queue, which says so once and goes on when tried again", async () => {
    site.hasServable = false;
    await skin.open(page, site);
    await give(page, await photos("a", "b", "c"));
    await expectMessages(NO_SERVABLE);
    await expectSeen(withCall("a", "b", "c"));
    expect(site.calls).toEqual([["a", "b", "c"]]);
    site.hasServable = true;
    await tryAgain(page);
    await expectSeen(done("a", "b", "c"));
    await expectMessages();
    expect(site.calls.slice(1)).toEqual([["a", "b", "c"]]);
  });

  it("what failed by itself is left out when the others are tried again", async () => {
    site.answer = (names) => (names.includes("b") ? "no image" : "good");
    await skin.open(page, site);
    await give(page, await photos("b"));
    await expectSeen([expect.stringMatching(/^b Failed: .*image decode failed/)]);
    site.hasServable = false;
    await give(page, await photos("c"));
    await expectMessages(NO_SERVABLE);
    site.hasServable = true;
    const before = site.calls.length;
    await tryAgain(page);
    await expectSeen([expect.stringMatching(/^b Failed: .*image decode failed/), ...done("c")]);
    expect(site.calls.slice(before)).toEqual([["c"]]);
  });

  it("a photo that is taken away while its call is under way costs its neighbours nothing", async () => {
    const answered = deferred();
    site.answer = () => answered.promise.then(() => "good");
    await skin.open(page, site);
    await give(page, await photos("a", "b", "c"));
    await expect.poll(() => site.calls).toEqual([["a", "b", "c"]]);
    await remove(page, "b");
    await expect.poll(() => page.getByRole("article").count()).toBe(2);
    answered.resolve();
    await expectSeen(done("a", "c"));
    expect(site.calls).toEqual([["a", "b", "c"]]);
  });

  it("photos given while the page's code for them is on its way stand in the order in which they came", async () => {
    const arrived = deferred();
    let held = 0;
    await skin.open(page, site);
    await page.route("**/*.js", async (route) => {
      held++;
      await arrived.promise;
      await route.continue();
    });
    const names = ["a", "b", "c", "d", "e", "f"];
    for (const photo of await photos(...names)) await give(page, [photo]);
    await expect.poll(() => held).toBeGreaterThan(0);
    arrived.resolve();
    await expectSeen(done(...names));
  });

  it("a file that is empty, or no image in spite of its name, costs only itself", async () => {
    site.answer = (names) => (names.includes("torn") ? "no image" : "good");
    await skin.open(page, site);
    await give(page, await photos("a"));
    await give(page, [["empty", Buffer.alloc(0)]]);
    site.photos.set("torn", Buffer.from("no JPEG"));
    await give(page, [["torn", site.photos.get("torn")!]]);
    await expectSeen([
      ...done("a"),
      `empty Failed: ${emptyFile().error}`,
      expect.stringMatching(/^torn Failed: .*image decode failed/),
    ]);
    await expectMessages();
    expect(site.calls.flat()).not.toContain("made anew");
  });

  it.each([undefined, 640])(
    "a photo on its side and a WebP go upright and as JPEG (longest side: %s)",
    async (side) => {
      const [width, height] = [1200, 900];
      const panda = sharp(await sharp("dist/app/samples/panda.jpg").resize(width, height).toBuffer());
      const onItsSide = panda.clone().rotate(-90).withMetadata({ orientation: 6 }).jpeg();
      await skin.open(page, site);
      if (side) await skin.shrink(page);
      await give(page, [["side", await onItsSide.toBuffer()]]);
      await give(page, [["webp", await panda.clone().webp().toBuffer()]], "image/webp");
      await expectSeen(done("side", "webp").map((line) => line.replace(/\w+$/, "made anew")));
      const scale = side ? side / Math.max(width, height) : 1;
      const expected = {
        format: "jpeg",
        width: Math.round(width * scale),
        height: Math.round(height * scale),
      };
      for (const image of site.received) {
        const { orientation = 1, ...sent } = await sharp(image).metadata();
        expect({ orientation, ...sent }).toMatchObject({ ...expected, orientation: 1 });
      }
      expect(site.received.length).toBe(2);
    },
  );
});

describe("a proxy that goes away while photos are under way", () => {
  /** A photo is done, two more are under way, and the proxy goes. */
  async function lose(skin: Skin) {
    await skin.open(page, site);
    await give(page, await photos("a"));
    await expectSeen(done("a"));
    site.answer = () => deferred<"good">().promise;
    await give(page, await photos("b", "c"));
    await expect.poll(() => site.calls.flat()).toEqual(["a", "b", "c"]);
    await site.close();
    site.answer = () => "good";
    await expectMessages(expect.stringContaining(new URL(site.app).host));
  }

  it.each([skins.app, skins.waitingElement])(
    "is waited for by $name, which goes on by itself",
    async (skin) => {
      await lose(skin);
      await expectSeen([...done("a"), "b Waiting: ", "c Waiting: "]);
      await site.startAgain();
      await expectSeen(done("a", "b", "c"));
      await expectMessages();
    },
  );

  it("fails the photos of <serving-classifier>, until somebody tries again", async () => {
    await lose(skins.element);
    await expectSeen([...done("a"), ...withCall("b", "c")]);
    await site.startAgain();
    await tryAgain(page);
    await expectSeen(done("a", "b", "c"));
    await expectMessages();
  });
});
