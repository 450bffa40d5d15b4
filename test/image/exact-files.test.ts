/** From a file to a tensor as MindSpore does it, in real browsers: the pixels, and whole pipelines, to the bit. */

import { describe, expect, it } from "vitest";
import type { ImageTensorOptions } from "../../src/image/index.ts";
import { png } from "./made-pictures.ts";
import { madePixels } from "./mindspore/made-pixels.ts";
import { ARITHMETIC, decodedFiles } from "./mindspore/vectors.ts";
import { inBrowsers, openForTests } from "./served-page.ts";

const readable = decodedFiles(/\.(jpg|png|bmp)$/);

inBrowsers((name) => {
  const opened = openForTests(name);

  /** The shape, and the elements' bytes, whole or as their SHA-256. */
  async function made(file: Uint8Array, options: ImageTensorOptions<"uint8" | "float32">) {
    opened.server.files.set("picture", file);
    return opened.page.evaluate(async (given) => {
      const { shape, data } = await imageTools.toTensor(await imageTools.fetchFile("picture"), given);
      const bytes = new Uint8Array(data.buffer);
      if (given.dtype === "uint8") return { shape, bytes: await imageTools.toBase64(new Blob([bytes])) };
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return { shape, bytes: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") };
    }, options);
  }

  it.each(readable.map(({ name, ...vector }) => [name, vector] as const))(
    "%s has the pixels that MindSpore's Decode gives",
    async (_, { bytes, decoded }) => {
      const { width, height, pixels } = decoded!;
      expect(await made(bytes, { exif: "ignore", dtype: "uint8", layout: "HWC" })).toEqual({
        shape: [height, width, 3],
        bytes: Buffer.from(pixels).toString("base64"),
      });
    },
  );

  const pipelines = ARITHMETIC.pipelines.filter(({ elements: { dtype = "float32" } }) => dtype === "float32");

  it.each(pipelines.map((vector) => [`${vector.name}, ${JSON.stringify(vector.options)}`, vector] as const))(
    "a whole pipeline gives the bits that MindSpore's gives: %s",
    async (_, { source, options, elements, shape, sha256 }) => {
      const { width, height, seed, kind } = source;
      const data = madePixels(width, height, seed, kind);
      const file = await png({ width, height, data, channels: 3 });
      expect(await made(file, { ...options, ...elements } as ImageTensorOptions<"float32">)).toEqual({
        shape,
        bytes: sha256,
      });
    },
  );
});

describe("the vectors", () => {
  it("have files of every format that MindSpore and browsers read", () => {
    const endings = readable.map(({ name }) => name.split(".").pop());
    for (const ending of ["jpg", "png", "bmp"]) {
      expect(endings.filter((other) => other === ending).length).toBeGreaterThan(9);
    }
    for (const { name, decoded } of readable) expect([name, decoded !== undefined]).toEqual([name, true]);
  });
});
