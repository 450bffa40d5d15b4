/** Photos that can't become what Serving reads: told before anything is sent, or sent with a word. */

import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { Client } from "../../src/client/index.ts";
import { PhotoQueue } from "../../src/photos/index.ts";
import { jpeg, load, scene } from "../image/made-pictures.ts";
import { type BrowserName, inBrowsers, openForTests } from "../image/served-page.ts";

const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");

describe("what neither the browser nor Serving reads is told before it is sent:", () => {
  it.each([
    [
      "a HEIC photo named .jpg",
      heic,
      /HEIC photo, which neither .* nor Serving can read/,
      /HEIC 图片/,
      /Most Compatible/,
    ],
    [
      "a Photoshop document",
      Buffer.from("8BPS\0\x01"),
      /Photoshop document/,
      /Photoshop 文件/,
      /JPEG or PNG/,
    ],
    ["a video", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isomiso2"), /a video/, /视频/, /Choose a picture/],
    ["an archive", Buffer.from("PK\x03\x04"), /ZIP archive/, /ZIP 压缩包/, /Unpack it/],
    ["a web page", Buffer.from("<!doctype html><p>Sign in"), /a web page/, /网页/, /Choose a picture/],
  ])("%s", async (_, bytes, en, zh, hint) => {
    // Nothing listens there: a photo that is sent fails otherwise.
    const client = new Client("http://127.0.0.1:1", "resnet50", "classify_top1");
    const queue = new PhotoQueue({ client: () => client, onPassing: () => "fail" });
    const [photo] = queue.add([new File([bytes], "IMG_0001.jpg")]);
    const { state } = await queue.whenSettled(photo!.id);
    expect(state).toMatchObject({ name: "failed", withWholeCall: false });
    const { failure } = state as typeof state & { name: "failed" };
    expect(failure).toMatchObject({ kind: "file", scope: "instance" });
    expect([failure.texts!.en, failure.texts!.zh, failure.hint.en]).toEqual([
      expect.stringMatching(en),
      expect.stringMatching(zh),
      expect.stringMatching(hint),
    ]);
    expect(queue.halt).toBeUndefined();
  });
});

/** In a page: what became of a photo on its way to a server that is not there. */
async function sendFrom(opened: ReturnType<typeof openForTests>, file: Uint8Array, maxSide = 640) {
  opened.server.files.set("photo", file);
  return opened.page.evaluate(async (side) => {
    const client = new imageTools.Client(location.origin, "resnet50", "classify_top1");
    const queue = new imageTools.PhotoQueue({
      client: () => client,
      onPassing: () => "fail",
      maxSide: () => side,
    });
    const [photo] = queue.add([await imageTools.fetchFile("photo")]);
    const { state, notice } = await queue.whenSettled(photo!.id);
    const { failure, withWholeCall } = state as typeof state & { name: "failed" };
    return {
      wasSent: withWholeCall || failure.kind !== "file",
      error: failure.error,
      notice: notice ?? null,
    };
  }, maxSide);
}

inBrowsers((name: BrowserName) => {
  const opened = openForTests(name);

  it("a damaged picture of a kind that Serving doesn't read is not sent", async () => {
    const webp = Buffer.from("RIFF\x20\0\0\0WEBPVP8 rubbish", "latin1");
    expect(await sendFrom(opened, webp)).toMatchObject({
      wasSent: false,
      error: "This picture can't be read: it is damaged, cut off, or too large for this browser.",
    });
  });

  it("a damaged JPEG, a TIFF and what is unknown are sent: the server knows them, or says so", async () => {
    const cut = (await jpeg(scene(60, 40), 6)).subarray(0, 200);
    const tiff = await load(scene(60, 40)).tiff().toBuffer();
    for (const file of [cut, tiff, Buffer.from("hello")]) {
      const { wasSent, notice } = await sendFrom(opened, file, 10);
      expect([wasSent, notice]).toEqual([true, null]);
    }
  });
});

inBrowsers(
  (name) => {
    describe("with privacy.resistFingerprinting", () => {
      const opened = openForTests(name, { prefs: { "privacy.resistFingerprinting": true } });

      it("a photo on its side is sent as it is, with a notice in both languages", async () => {
        const { wasSent, notice } = await sendFrom(opened, await jpeg(scene(60, 40), 6));
        expect(wasSent).toBe(true);
        expect(notice).toEqual({
          texts: {
            en: expect.stringMatching(/^Sent as it is, .* privacy\.resistFingerprinting/),
            zh: expect.stringMatching(/^已按原样发送.*privacy\.resistFingerprinting/),
          },
          hint: { en: expect.stringContaining("canvas"), zh: expect.stringContaining("canvas") },
        });
      });

      it("an upright one has no notice, and a WebP, which Serving doesn't read, is not sent", async () => {
        expect((await sendFrom(opened, await jpeg(scene(60, 40)))).notice).toBeNull();
        const webp = await sendFrom(opened, await load(scene(60, 40)).webp().toBuffer());
        expect(webp).toMatchObject({ wasSent: false, error: expect.stringMatching(/can't be converted/) });
      });
    });
  },
  ["Firefox"],
);
