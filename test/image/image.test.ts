/** Pictures to uploads and tensors in a real Chromium, against the same arithmetic done by sharp. */

import { readFileSync, rmSync } from "node:fs";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp, { type Sharp } from "sharp";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { ReplyServer } from "../setup/reply-server.ts";

declare global {
  var images: typeof import("../../src/client/image/index.ts");
}

let browser: Browser;
let server: ReplyServer;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "image-test-"));
  await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    worker: { format: "es" },
    build: {
      outDir: folder,
      minify: false,
      lib: { entry: "src/client/image/index.ts", formats: ["es"], fileName: "image" },
    },
  });
  server = await ReplyServer.start();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    server.documents.set(path.slice(folder.length), {
      type: "text/javascript",
      body: readFileSync(path, "utf8"),
    });
  }
  server.documents.set("/", {
    type: "text/html",
    body: `<!doctype html><script type="module">import * as images from "/image.js"; globalThis.images = images;</script>`,
  });
  browser = await launchBrowser();
  page = await newPage(browser);
  await page.goto(`${server.address}/`);
  await page.waitForFunction(() => "images" in globalThis);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const WIDTH = 30;
const HEIGHT = 20;
/** Every pixel its own colour, so that a turned or shifted picture can't pass for the right one. */
const pixels = Buffer.from(
  Array.from({ length: WIDTH * HEIGHT }, (_, i) => [(i * 7) % 256, (i * 13) % 256, (i * 29) % 256]).flat(),
);
const picture = () => sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
const base64 = async (image: Sharp, format: "png" | "jpeg") =>
  (await image.toFormat(format).toBuffer()).toString("base64");

interface Job {
  data: string;
  type: string;
  options: object;
}

const toTensor = (job: Job) =>
  page.evaluate(async ({ data, type, options }) => {
    const file = new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], "a", { type });
    const tensor = await globalThis.images.toTensor(file, options);
    return { dtype: tensor.dtype, shape: [...tensor.shape], data: Array.from(tensor.data as Float32Array) };
  }, job);

const toUpload = (job: Job) =>
  page.evaluate(async ({ data, type, options }) => {
    const file = new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], "photo.png", { type });
    try {
      const upload = await globalThis.images.toUpload(file, options);
      const bytes = new Uint8Array(await upload.arrayBuffer());
      return {
        same: upload === file,
        type: upload.type,
        name: (upload as File).name,
        bytes: Array.from(bytes),
      };
    } catch (error) {
      return { error: (error as Error).name, message: (error as Error).message };
    }
  }, job);

describe("toTensor", () => {
  it("at the picture's own size is exactly its pixels, HWC and CHW", async () => {
    const data = await base64(picture(), "png");
    const hwc = await toTensor({ data, type: "image/png", options: { layout: "HWC", dtype: "uint8" } });
    expect(hwc).toEqual({ dtype: "uint8", shape: [HEIGHT, WIDTH, 3], data: [...pixels] });
    const chw = await toTensor({ data, type: "image/png", options: { dtype: "uint8", batch: true } });
    expect(chw.shape).toEqual([1, 3, HEIGHT, WIDTH]);
    expect(chw.data).toEqual([0, 1, 2].flatMap((c) => [...pixels].filter((_, i) => i % 3 === c)));
  });

  it("scale, mean and std are the arithmetic of the documentation", async () => {
    const data = await base64(picture(), "png");
    const mean = [0.485, 0.456, 0.406];
    const std = [0.229, 0.224, 0.225];
    const options = { layout: "HWC", scale: 1 / 255, mean, std };
    const { data: values } = await toTensor({ data, type: "image/png", options });
    expect(values).toEqual(
      [...pixels].map((value, i) => Math.fround((value * (1 / 255) - mean[i % 3]!) / std[i % 3]!)),
    );
  });

  it("resized it is what sharp makes of it, up to the filters' difference", async () => {
    const photo = sharp("dist/app/samples/panda.jpg");
    const data = (await photo.png().toBuffer()).toString("base64");
    const options = { width: 224, height: 224, layout: "HWC", dtype: "uint8" };
    const { data: ours, shape } = await toTensor({ data, type: "image/png", options });
    const theirs = await sharp("dist/app/samples/panda.jpg")
      .resize(224, 224, { fit: "fill", kernel: "linear" })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect(shape).toEqual([224, 224, 3]);
    const difference = ours.reduce((sum, value, i) => sum + Math.abs(value - theirs[i]!), 0) / ours.length;
    expect(difference).toBeLessThan(6);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "EXIF orientation %d comes out upright, as sharp turns it",
    async (orientation) => {
      const jpeg = await picture()
        .withMetadata({ orientation })
        .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
        .toBuffer();
      const { data: ours, shape } = await toTensor({
        data: jpeg.toString("base64"),
        type: "image/jpeg",
        options: { layout: "HWC", dtype: "uint8" },
      });
      const { data: theirs, info } = await sharp(jpeg)
        .rotate()
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(shape).toEqual([info.height, info.width, 3]);
      const difference = ours.reduce((sum, value, i) => sum + Math.abs(value - theirs[i]!), 0) / ours.length;
      expect(difference).toBeLessThan(2);
    },
  );
});

describe("toUpload", () => {
  it("a file that is fine goes as the very same object", async () => {
    const data = await base64(picture(), "png");
    expect(await toUpload({ data, type: "image/png", options: {} })).toMatchObject({ same: true });
    expect(await toUpload({ data, type: "image/png", options: { maxSide: 100 } })).toMatchObject({
      same: true,
    });
  });

  it("a photo on its side is turned upright, its name kept", async () => {
    const data = await base64(picture().withMetadata({ orientation: 6 }), "jpeg");
    const upload = (await toUpload({ data, type: "image/jpeg", options: {} })) as {
      bytes: number[];
      name: string;
    };
    expect(upload).toMatchObject({ same: false, type: "image/jpeg", name: "photo.jpg" });
    const { width, height, orientation = 1 } = await sharp(Buffer.from(upload.bytes)).metadata();
    expect([width, height, orientation]).toEqual([HEIGHT, WIDTH, 1]);
  });

  it("a large photo is made smaller, its aspect kept", async () => {
    const data = readFileSync("dist/app/samples/panda.jpg").toString("base64");
    const upload = (await toUpload({ data, type: "image/jpeg", options: { maxSide: 100 } })) as {
      bytes: number[];
    };
    const before = await sharp("dist/app/samples/panda.jpg").metadata();
    const { width, height } = await sharp(Buffer.from(upload.bytes)).metadata();
    expect(Math.max(width!, height!)).toBe(100);
    expect(Math.abs(width! / height! - before.width! / before.height!)).toBeLessThan(0.02);
  });

  it("what is no image is told, and what to do", async () => {
    const data = btoa("this is a text");
    expect(await toUpload({ data, type: "image/jpeg", options: {} })).toMatchObject({
      error: "EncodingError",
    });
    expect(await toUpload({ data: "", type: "image/jpeg", options: {} })).toMatchObject({ message: /empty/ });
    expect(
      await toUpload({ data, type: "image/jpeg", options: { signal: undefined, maxSide: 0 } }),
    ).toMatchObject({ error: "RangeError" });
  });
});

it("canvases, bitmaps, image data and video frames are sources too", async () => {
  const shapes = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 8;
    canvas.height = 4;
    const context = canvas.getContext("2d")!;
    context.fillStyle = "rgb(10, 20, 30)";
    context.fillRect(0, 0, 8, 4);
    const offscreen = new OffscreenCanvas(8, 4);
    offscreen.getContext("2d")!.drawImage(canvas, 0, 0);
    const sources = [
      canvas,
      offscreen,
      context.getImageData(0, 0, 8, 4),
      await createImageBitmap(canvas),
      new VideoFrame(canvas, { timestamp: 0 }),
    ];
    return Promise.all(
      sources.map(async (source) => {
        const { shape, data } = await globalThis.images.toTensor(source, { layout: "HWC", dtype: "uint8" });
        return [...shape, ...(data as Uint8Array).subarray(0, 3)].join();
      }),
    );
  });
  expect(new Set(shapes)).toEqual(new Set(["4,8,3,10,20,30"]));
});
