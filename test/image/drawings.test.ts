/** Drawings (SVG) of every way to say a size, or none: the same pixels in each browser. */

import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { svgSize } from "../../src/image/placing/svg-size.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

const BOX = 'viewBox="0 0 30 10"';

/** What the root says, and the size that it is drawn at. */
const SIZES: readonly [attributes: string, width: number, height: number][] = [
  ['width="20" height="10"', 20, 10],
  ['width="20px" height="10.4px"', 20, 10],
  [BOX, 1024, 341],
  ['viewBox="0 0 2 4"', 512, 1024],
  ['viewBox="-5,-5 24,24"', 1024, 1024],
  [`width="60" ${BOX}`, 60, 20],
  [`height="60" ${BOX}`, 180, 60],
  [`width="100%" height="100%" ${BOX}`, 1024, 341],
  [`width="50%" height="20" ${BOX}`, 60, 20],
  [`width="auto" height="auto" ${BOX}`, 1024, 341],
  [`width="0" height="0" ${BOX}`, 1024, 341],
  [`width="40" height="40" ${BOX}`, 40, 40],
  ['width="1in" height="72pt"', 96, 96],
  ['width="210mm" height="29.7cm"', 794, 1123],
  ['width="2em" height="1pc"', 32, 16],
  ['width="100"', 100, 150],
  ["", 300, 150],
  ['viewBox="0 0 0 10"', 300, 150],
  ['width="0.2" height="0.1"', 1, 1],
  ['width="40960" height="2e4"', 4096, 2000],
];

it.each(SIZES)("<svg %s> is %i x %i pixels", (attributes, width, height) => {
  const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
  expect(svgSize(of("width"), of("height"), of("viewBox")).size).toEqual({ width, height });
});

inBrowsers((name) => {
  const opened = openForTests(name);

  /** A tensor [height, width, 3] of uint8. */
  async function drawn(svg: string | Uint8Array) {
    opened.server.files.set("drawing", Buffer.from(svg as string));
    return opened.page.evaluate(async () => {
      const file = await imageTools.fetchFile("drawing");
      const { shape, data } = await imageTools.toTensor(file, { layout: "HWC", dtype: "uint8" });
      const [height, width] = shape as [number, number];
      const at = (x: number, y: number) => {
        const from = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
        return Array.from(data.subarray(from, from + 3)).join();
      };
      return { size: [width, height], corners: [at(0, 0), at(0.99, 0), at(0, 0.99), at(0.99, 0.99)] };
    });
  }

  // The four quarters of the whole picture: nothing is cut off and nothing is left empty.
  it.each(
    SIZES.filter(([attributes]) => !attributes.includes("-5,") && !attributes.includes('"40" height="40"')),
  )("<svg %s> is drawn whole", async (attributes, width, height) => {
    // In percent of what is shown: the viewBox's, or the size's.
    const quarter = (x: number, y: number, fill: string) =>
      `<rect x="${x}%" y="${y}%" width="50%" height="50%" fill="${fill}"/>`;
    const content =
      quarter(0, 0, "#f00") + quarter(50, 0, "#0f0") + quarter(0, 50, "#00f") + quarter(50, 50, "#ff0");
    const made = await drawn(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
    expect(made.size).toEqual([width, height]);
    if (width > 1) expect(made.corners).toEqual(["255,0,0", "0,255,0", "0,0,255", "255,255,0"]);
  });

  it("one that is larger than it may be is drawn smaller, not cut off", async () => {
    const content = `<rect width="81920" height="81920" fill="#00f"/><rect width="40960" height="40960" fill="#f00"/>`;
    const made = await drawn(
      `<svg xmlns="http://www.w3.org/2000/svg" width="81920" height="81920">${content}</svg>`,
    );
    expect(made.size).toEqual([4096, 4096]);
    expect(made.corners).toEqual(["255,0,0", "0,0,255", "0,0,255", "0,0,255"]);
  });

  it("with a maximum side it becomes an upload of that size", async () => {
    opened.server.files.set(
      "drawing",
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>`),
    );
    const size = await opened.page.evaluate(async () => {
      const upload = await imageTools.toUpload(await imageTools.fetchFile("drawing"), { maxSide: 300 });
      const { width, height } = await createImageBitmap(upload);
      return [upload.type, width, height];
    });
    expect(size).toEqual(["image/jpeg", 300, 150]);
  });

  it("declarations, entities and other encodings are read", async () => {
    const text = `<?xml version="1.0" encoding="GBK"?><!-- x --><!DOCTYPE svg [<!ENTITY c "#0f0">]>
      <svg xmlns="http://www.w3.org/2000/svg" ${BOX}><title>`;
    const rest = `</title><rect width="30" height="10" fill="&c;"/></svg>`;
    // The last byte of this character would begin another one in UTF-8.
    const gbk = Uint8Array.of(0xcd, 0xbc, 0xcf, 0xf1);
    const { size, corners } = await drawn(Buffer.concat([Buffer.from(text), gbk, Buffer.from(rest)]));
    expect(size).toEqual([1024, 341]);
    expect(corners[0]).toBe("0,255,0");
  });

  describe("a drawing is no way in:", () => {
    it("its scripts do not run, and it loads nothing", async () => {
      opened.server.requests.length = 0;
      const { address } = opened.server;
      const { corners } =
        await drawn(`<svg xmlns="http://www.w3.org/2000/svg" ${BOX} onload="globalThis.ran = 1">
        <script>globalThis.ran = 1; document.documentElement.remove()</script>
        <image href="${address}/files/spy" width="9" height="9"/><rect width="30" height="10" fill="#f00"/></svg>`);
      expect(corners[0]).toBe("255,0,0");
      expect(await opened.page.evaluate(() => "ran" in globalThis)).toBe(false);
      expect(opened.server.requests.filter((path) => path.includes("spy"))).toEqual([]);
    });
  });
});
