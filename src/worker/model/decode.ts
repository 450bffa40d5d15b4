import sharp from "sharp";

/** Why one image could not be decoded: one short line. */
export interface DecodeFailure {
  error: string;
}

const CHANNELS = 3;

/**
 * Decodes one encoded image (JPEG, PNG, WebP, GIF, AVIF or TIFF; of an animation the first picture) and
 * resizes both sides straight to the model's input, as the example servable of MindSpore Serving does
 * (decode, resize to 224×224): no crop, no aspect ratio kept, no EXIF rotation.
 *
 * Runs on libvips' own threads, so the event loop stays free.
 *
 * @returns uint8 RGB, shape (height, width, 3), or why the bytes are no such image. Never rejects.
 */
export async function decodeRgb(
  image: Uint8Array,
  height: number,
  width: number,
): Promise<Uint8Array | DecodeFailure> {
  if (image.byteLength === 0) return { error: "cannot decode image: it is empty (0 bytes)" };
  try {
    // failOn "error": a truncated file fails, the harmless warnings that many cameras cause do not.
    const input = sharp(image, { failOn: "error" });
    const { format } = await input.metadata();
    if (format === "svg") return { error: "cannot decode image: SVG is a drawing, send JPEG or PNG" };
    const { data, info } = await input
      .flatten({ background: "white" })
      .resize(width, height, { fit: "fill" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== CHANNELS)
      return { error: `cannot decode image: ${info.channels} channels, not RGB` };
    return data;
  } catch (error) {
    return { error: `cannot decode image: ${reason(error)}` };
  }
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/unsupported image format/.test(text)) return "not a JPEG, PNG, WebP, GIF, AVIF or TIFF file";
  if (/pixel limit/.test(text)) return "too many pixels (the limit is 268 megapixels)";
  // libvips' own words ("vipspng: libpng read error") say too little alone.
  const line = text.split("\n", 1)[0]!.replace(/^Input buffer has corrupt header: /, "");
  return `the file is truncated or damaged (${line})`;
}
