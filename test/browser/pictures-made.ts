/** Photos in every format that the page takes, made from one of the samples. */

import sharp, { type Sharp } from "sharp";
import * as made from "../image/made-pictures.ts";

export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const panda = () => sharp("dist/app/samples/panda.jpg");

const file = async (name: string, mimeType: string, picture: Sharp): Promise<MadeFile> => ({
  name,
  mimeType,
  buffer: await picture.toBuffer(),
});

/**
 * The panda as JPEG, PNG, WebP, GIF, AVIF, BMP and TIFF, and as a phone saves it: on its side, with a tag that says so.
 */
export async function inEveryFormat(): Promise<MadeFile[]> {
  return [
    await file("panda.jpg", "image/jpeg", panda().jpeg()),
    await file("panda.png", "image/png", panda().png()),
    await file("panda.webp", "image/webp", panda().webp()),
    await file("panda.gif", "image/gif", panda().gif()),
    await file("panda.avif", "image/avif", panda().avif({ effort: 0 })),
    await bmp(),
    await file("panda.tiff", "image/tiff", panda().tiff({ compression: "lzw" })),
    await file("phone.jpg", "image/jpeg", panda().rotate(-90).withMetadata({ orientation: 6 }).jpeg()),
  ];
}

/** Ends in the middle: only who decodes it knows. */
export async function halfPng(): Promise<MadeFile> {
  const whole = await file("half.png", "image/png", panda().png());
  return { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length / 2) };
}

/** A photo of 12 megapixels, as a phone's camera makes them. */
export async function largePhoto(): Promise<MadeFile> {
  return file("large.jpg", "image/jpeg", panda().resize(4000, 3000, { fit: "fill" }).jpeg({ quality: 95 }));
}

async function bmp(): Promise<MadeFile> {
  const picture = panda().resize(320, 240, { fit: "fill" }).removeAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { name: "panda.bmp", mimeType: "image/bmp", buffer: made.bmp({ ...info, data }) };
}
