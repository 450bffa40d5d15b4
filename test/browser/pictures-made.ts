/** Photos in every format that the page takes, made from one of the samples. */

import sharp, { type Sharp } from "sharp";

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

/** The panda as JPEG, PNG, WebP, GIF, AVIF and BMP, and as a phone saves it: on its side, with a tag that says so. */
export async function inEveryFormat(): Promise<MadeFile[]> {
  return [
    await file("panda.jpg", "image/jpeg", panda().jpeg()),
    await file("panda.png", "image/png", panda().png()),
    await file("panda.webp", "image/webp", panda().webp()),
    await file("panda.gif", "image/gif", panda().gif()),
    await file("panda.avif", "image/avif", panda().avif({ effort: 0 })),
    await bmp(),
    await file("phone.jpg", "image/jpeg", panda().rotate(-90).withMetadata({ orientation: 6 }).jpeg()),
  ];
}

/** A photo of 12 megapixels, as a phone's camera makes them. */
export async function largePhoto(): Promise<MadeFile> {
  return file("large.jpg", "image/jpeg", panda().resize(4000, 3000, { fit: "fill" }).jpeg({ quality: 95 }));
}

/** BITMAPINFOHEADER, 24 bits a pixel, bottom row first. */
async function bmp(): Promise<MadeFile> {
  const { data, info } = await panda()
    .resize(320, 240, { fit: "fill" })
    .flip()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write("BM");
  head.writeUInt32LE(head.length + data.length, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(info.width, 18);
  head.writeInt32LE(info.height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  head.writeUInt32LE(data.length, 34);
  for (let i = 0; i < data.length; i += 3) data.subarray(i, i + 3).reverse();
  return { name: "panda.bmp", mimeType: "image/bmp", buffer: Buffer.concat([head, data]) };
}
