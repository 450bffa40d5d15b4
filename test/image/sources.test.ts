/** Every kind of source a page has a picture in, in real browsers; and those with nothing in them. */

import { beforeEach, expect, it } from "vitest";
import { jpeg, scene } from "./made-pictures.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

declare const canvas: HTMLCanvasElement;
declare const context: CanvasRenderingContext2D;
declare const paint: () => void;

inBrowsers((name) => {
  const opened = openForTests(name);

  // A canvas of 32 x 16 whose left half is red and right half blue; recorded, it is a video.
  beforeEach(() =>
    opened.page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = 32;
      canvas.height = 16;
      const context = canvas.getContext("2d")!;
      const paint = () => {
        context.fillStyle = "#f00";
        context.fillRect(0, 0, 16, 16);
        context.fillStyle = "#00f";
        context.fillRect(16, 0, 16, 16);
      };
      paint();
      Object.assign(globalThis, { canvas, context, paint });
    }),
  );

  /** Made in the opened.page. */
  const SOURCES = {
    canvas: async () => canvas,
    ImageData: async () => context.getImageData(0, 0, 32, 16),
    ImageBitmap: () => createImageBitmap(canvas),
    OffscreenCanvas: async () => {
      const offscreen = new OffscreenCanvas(32, 16);
      offscreen.getContext("2d")!.drawImage(canvas, 0, 0);
      return offscreen;
    },
    VideoFrame: async () => new VideoFrame(canvas, { timestamp: 0 }),
    Blob: () => new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!))),
    ClipboardItem: async () =>
      new ClipboardItem({
        "text/plain": "words",
        "image/png": new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!))),
      }),
    img: async () => {
      const image = new Image();
      const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!)));
      image.src = URL.createObjectURL(blob); // Not loaded yet.
      return image;
    },
    video: async () => {
      const video = document.createElement("video");
      video.muted = true;
      video.srcObject = canvas.captureStream();
      const first = new Promise((seen) => video.addEventListener("loadeddata", seen, { once: true }));
      void video.play();
      paint();
      await first;
      return video;
    },
    "canvas of an iframe": async () => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      const inner = frame.contentDocument!.createElement("canvas");
      [inner.width, inner.height] = [32, 16];
      inner.getContext("2d")!.drawImage(canvas, 0, 0);
      return inner;
    },
  };

  // Puppeteer hands over no objects of another document's.
  const sources = Object.entries(SOURCES).filter(([kind]) => name !== "Firefox" || !kind.includes("iframe"));

  it.each(sources)("%s", async (_, make) => {
    const made = await opened.page.evaluateHandle(make as () => Promise<HTMLCanvasElement>);
    const seen = await opened.page.evaluate(async (source) => {
      const { shape, data } = await imageTools.toTensor(source, { layout: "HWC", dtype: "uint8" });
      const upload = await imageTools.toUpload(source, { type: "image/png" });
      const again = await imageTools.toTensor(source, { layout: "HWC", dtype: "uint8" });
      const { width, height } = await createImageBitmap(upload);
      return {
        shape,
        left: Array.from(data.subarray(0, 3)),
        right: Array.from(data.subarray(data.length - 3)),
        again: again.shape,
        upload: [upload.type, width, height],
      };
    }, made);
    expect(seen).toMatchObject({ shape: [16, 32, 3], again: [16, 32, 3], upload: ["image/png", 32, 16] });
    // A video's colours go through YUV.
    for (const [i, value] of [255, 0, 0].entries()) expect(Math.abs(seen.left[i]! - value)).toBeLessThan(6);
    for (const [i, value] of [0, 0, 255].entries()) expect(Math.abs(seen.right[i]! - value)).toBeLessThan(6);
  });

  it("an <img> that the browser turned by its EXIF is taken as it is shown", async () => {
    opened.server.files.set("turned", await jpeg(scene(30, 20), 6));
    const shape = await opened.page.evaluate(async () => {
      const image = new Image();
      image.src = URL.createObjectURL(await imageTools.fetchFile("turned"));
      return (await imageTools.toTensor(image)).shape;
    });
    expect(shape).toEqual([3, 30, 20]);
  });

  const EMPTY = {
    "a number": [() => 5, /^TypeError: can't read an image from Number: give a File/],
    "a canvas of no size": [
      () => Object.assign(document.createElement("canvas"), { width: 0 }),
      /^InvalidStateError: the HTMLCanvasElement has no pixels: give it a size/,
    ],
    "a closed bitmap": [
      async () => {
        const bitmap = await createImageBitmap(canvas);
        bitmap.close();
        return bitmap;
      },
      /^InvalidStateError: the ImageBitmap has no pixels: it is closed/,
    ],
    "a closed frame": [
      () => {
        const frame = new VideoFrame(canvas, { timestamp: 0 });
        frame.close();
        return frame;
      },
      /^InvalidStateError: the VideoFrame is closed/,
    ],
    "a video without a frame": [
      () => document.createElement("video"),
      /^InvalidStateError: the <video> has no frame yet: wait for/,
    ],
    "an img without src": [() => new Image(), /^EncodingError: the <img> could not be loaded: it has no src/],
    "a broken img": [
      () => Object.assign(new Image(), { src: URL.createObjectURL(new Blob(["text"])) }),
      /^EncodingError: the <img> could not be loaded$/,
    ],
    "a clipboard of words": [
      () => new ClipboardItem({ "text/plain": "words" }),
      /^TypeError: the clipboard has no image, only text\/plain/,
    ],
  } as const;

  it.each(Object.entries(EMPTY))("%s is refused, with what to do", async (_, [make, text]) => {
    const made = await opened.page.evaluateHandle(make as () => HTMLCanvasElement);
    const told = await opened.page.evaluate(async (source) => {
      return [
        await imageTools.errorOf(() => imageTools.toTensor(source)),
        await imageTools.errorOf(() => imageTools.toUpload(source)),
      ];
    }, made);
    for (const error of told) expect(error).toMatch(text);
  });
});
