/** Browsers that give out noise in place of a canvas's pixels, so that people are harder to tell apart. */

import type { Buffer } from "node:buffer";
import { beforeAll, describe, expect, it } from "vitest";
import type { UploadOptions } from "../../src/image/index.ts";
import { jpeg, load, noise, png, scene } from "./made-pictures.ts";
import { type ImagePage, type ImageServer, inBrowsers, openForTests } from "./served-page.ts";

interface Opened {
  page: ImagePage;
  server: ImageServer;
}

async function upload({ page, server }: Opened, file: Uint8Array, options: UploadOptions = {}) {
  server.files.set("photo.jpg", file);
  return page.evaluate(async (given) => {
    const source = await imageTools.fetchFile("photo.jpg");
    const reasons: string[] = [];
    const onUnchanged = (reason: Error) => reasons.push(`${reason.name}: ${reason.message}`);
    let same: boolean | undefined;
    const told = await imageTools.errorOf(async () => {
      same = (await imageTools.toUpload(source, { ...given, onUnchanged })) === source;
    });
    return { same, reasons, told };
  }, options);
}

async function tensor({ page, server }: Opened, file: Uint8Array, options: object = {}): Promise<string> {
  server.files.set("photo.jpg", file);
  return page.evaluate(async (given) => {
    const source = await imageTools.fetchFile("photo.jpg");
    return imageTools.errorOf(async () => (await imageTools.toTensor(source, given)).shape.join());
  }, options);
}

const SPOILT =
  /^NotAllowedError: this browser gives out noise .* privacy.resistFingerprinting: allow this site/;

/** What holds wherever pixels can't be read back. */
function spoilt(opened: Opened): void {
  it("toTensor says so, and gives no noise", async () => {
    const flat = {
      width: 9,
      height: 9,
      channels: 3,
      data: new Uint8Array(243).map((_, i) => [200, 100, 50][i % 3]!),
    };
    expect(await tensor(opened, await png(flat))).toMatch(SPOILT);
    expect(await tensor(opened, await jpeg(scene(30, 20)), { width: 8, height: 8 })).toMatch(SPOILT);
    expect(await tensor(opened, await jpeg(scene(30, 20)), { resize: 8 })).toMatch(SPOILT);
  });

  it.each([
    ["on its side", async () => [await jpeg(scene(30, 20), 6), {}]],
    ["that should be smaller", async () => [await jpeg(scene(30, 20)), { maxSide: 10 }]],
    [
      "with transparent pixels",
      async () => [
        await load({ ...noise(8, 6), channels: 4, width: 6 })
          .png()
          .toBuffer(),
        {},
      ],
    ],
  ] as [string, () => Promise<[Buffer, UploadOptions]>][])(
    "toUpload sends a photo %s as it is, and says so",
    async (_, make) => {
      const { same, reasons, told } = await upload(opened, ...(await make()));
      expect(told).toBe("no error: undefined");
      expect(same).toBe(true);
      expect(reasons).toEqual([expect.stringMatching(SPOILT)]);
    },
  );

  it("toUpload says nothing of a photo that is fine as it is", async () => {
    expect(await upload(opened, await jpeg(scene(30, 20)), { maxSide: 30 })).toMatchObject({
      same: true,
      reasons: [],
    });
  });

  it("toUpload throws where the original is no use to the server, or there is none", async () => {
    const webp = await load(scene(30, 20)).webp().toBuffer();
    expect(await upload(opened, webp)).toMatchObject({ told: expect.stringMatching(SPOILT), reasons: [] });
    const told = await opened.page.evaluate(() =>
      imageTools.errorOf(() => imageTools.toUpload(new ImageData(4, 4))),
    );
    expect(told).toMatch(SPOILT);
  });
}

inBrowsers(
  (name) => {
    describe("with privacy.resistFingerprinting", () => {
      spoilt(openForTests(name, { prefs: { "privacy.resistFingerprinting": true } }));
    });
  },
  ["Firefox"],
);

/** Other browsers, simulated on a page whose work is done without a worker: what its canvases give out is changed. */
inBrowsers(
  (name) => {
    const give = (opened: Opened, what: "white" | "noise of a level") =>
      opened.page.evaluate((given) => {
        Reflect.deleteProperty(globalThis, "OffscreenCanvas");
        const { prototype } = CanvasRenderingContext2D;
        const read = prototype.getImageData;
        prototype.getImageData = function (...area: Parameters<typeof read>) {
          const image = read.apply(this, area);
          if (given === "white") image.data.fill(255);
          else for (let i = 0; i < image.data.length; i++) image.data[i]! ^= i % 4 === 3 ? 0 : 1;
          return image;
        };
        Object.assign(globalThis, { allow: () => Object.assign(prototype, { getImageData: read }) });
      }, what);

    describe("where a canvas is given out in white until the page is allowed to read it", () => {
      const opened = openForTests(name);
      beforeAll(() => give(opened, "white"));
      spoilt(opened);

      it("once it is allowed, everything works", async () => {
        await opened.page.evaluate(() => (globalThis as unknown as { allow(): void }).allow());
        expect(await tensor(opened, await png(noise(9, 7)))).toBe("no error: 3,7,9");
        expect(await upload(opened, await jpeg(scene(30, 20), 6))).toMatchObject({
          same: false,
          reasons: [],
        });
      });
    });

    describe("where every value is changed by a level", () => {
      const opened = openForTests(name);
      beforeAll(() => give(opened, "noise of a level"));

      it("pictures are made all the same: no model notices that", async () => {
        expect(await tensor(opened, await png(noise(9, 7)))).toBe("no error: 3,7,9");
        expect(await upload(opened, await jpeg(scene(30, 20), 6))).toMatchObject({
          same: false,
          reasons: [],
        });
      });
    });

    describe("where the worker alone is kept from the pixels", () => {
      const opened = openForTests(name);

      it("the page does its work", async () => {
        await opened.page.evaluate(() => {
          class Worker {
            onmessage = (_: { data: unknown }) => {};
            constructor() {
              queueMicrotask(() => this.onmessage({ data: "ready" }));
            }
            postMessage({ id }: { id: number }) {
              this.onmessage({ data: { id, error: { name: "NotAllowedError", message: "" } } });
            }
            terminate() {}
          }
          Object.assign(globalThis, { Worker });
        });
        expect(await tensor(opened, await png(noise(9, 7)))).toBe("no error: 3,7,9");
        expect(await upload(opened, await jpeg(scene(30, 20), 6))).toMatchObject({
          same: false,
          reasons: [],
        });
      });
    });
  },
  ["Chromium"],
);
