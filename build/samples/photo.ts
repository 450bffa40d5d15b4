import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Sample } from "../../src/samples/index.ts";

/** Longest side in pixels of a sample as it is served: sharp on a card, and quick to send to a model. */
const LONGEST_SIDE = 640;
const JPEG_QUALITY = 82;
/** Side in pixels of its square in the strip: 56 CSS pixels, sharp on phones too. */
const SMALL_SIDE = 144;
const SMALL_QUALITY = 60;

const require = createRequire(import.meta.url);

/**
 * The sample as it is served: upright sRGB JPEG of at most 640 px, without metadata (one has a camera's).
 *
 * @throws Error naming package and file if the package is not installed or lacks the photo.
 */
export async function renderPhoto(sample: Sample): Promise<Uint8Array> {
  const original = await readFromPackage(sample, sample.pathInPackage);
  return sharp(original)
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
    .toBuffer();
}

/** The sample as the strip shows it: the part that draws the eye, square, WebP. */
export async function renderSmallPhoto(sample: Sample): Promise<Uint8Array> {
  return sharp(await renderPhoto(sample))
    .resize({ width: SMALL_SIDE, height: SMALL_SIDE, fit: "cover", position: sharp.strategy.attention })
    .webp({ quality: SMALL_QUALITY })
    .toBuffer();
}

/** A file out of an npm package, for the sample (or whatever `id` names) that needs it. */
export async function readFromPackage(
  { id, package: name, version }: Pick<Sample, "id" | "package" | "version">,
  path: string,
): Promise<Uint8Array> {
  try {
    return await readFile(join(dirname(require.resolve(`${name}/package.json`)), path));
  } catch (error) {
    throw new Error(`"${id}" needs ${path} of ${name}@${version}: run npm install.`, { cause: error });
  }
}
