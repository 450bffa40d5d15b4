/** The pictures of the bench, made by a script or out of npm packages, by the names under which the page fetches them. */

import sharp from "sharp";
import { renderPhoto } from "../../../build/samples/photo.ts";
import { samples } from "../../../src/samples/index.ts";
import { readPhoto } from "../phone-photos.ts";

export type PhotoName = "phone" | "phone-turned" | "small" | "png" | "samples" | "tiny";

/** One file, or several that are taken one after the other. */
export async function makePhotos(): Promise<Map<string, Uint8Array[]>> {
  const phone = await readPhoto();
  const photos: Record<PhotoName, Uint8Array[]> = {
    phone: [phone],
    "phone-turned": [await readPhoto({ orientation: 6 })],
    small: [await readPhoto({ width: 1632, height: 1224 })],
    png: [await withAlpha(phone)],
    samples: await Promise.all(samples.map(renderPhoto)),
    // To start a build's worker with.
    tiny: [
      await sharp({ create: { width: 3, height: 2, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    ],
  };
  return new Map(Object.entries(photos));
}

/** 2000×1500 pixels that fade away to the left. */
async function withAlpha(photo: Buffer): Promise<Buffer> {
  const [width, height] = [2000, 1500];
  const alpha = Buffer.from(
    Uint8Array.from({ length: width * height }, (_, i) => ((i % width) / width) * 256),
  );
  const fade = { raw: { width, height, channels: 1 } } as const;
  return sharp(await sharp(photo).resize(width, height).removeAlpha().png().toBuffer())
    .joinChannel(alpha, fade)
    .png()
    .toBuffer();
}
