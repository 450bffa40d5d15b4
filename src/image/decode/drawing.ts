/** Drawings (SVG), for which createImageBitmap has no decoder: they are drawn through an image element. */

import { bytesOfBlob } from "../../tensor/index.ts";
import { describeBlob, imageError } from "../errors/image-error.ts";
import { svgSize } from "../placing/svg-size.ts";

const TYPE = "image/svg+xml";

/**
 * The drawing at its own size, or at one that its viewBox gives ({@link svgSize}), the same in every browser. An image
 * element runs no scripts and loads nothing. Only where there is a document, whose policy must allow `img-src blob:`.
 * @throws DOMException `EncodingError` when it can't be drawn
 */
export async function decodeSvg(blob: Blob): Promise<ImageBitmap> {
  if (typeof document === "undefined") {
    throw imageError(
      "EncodingError",
      `${describeBlob(blob, TYPE)} is a drawing, which a worker can't render, only a page: send JPEG or PNG`,
    );
  }
  // The image element goes by the declared type, which a file without an extension lacks.
  const url = URL.createObjectURL(new Blob([sized(await bytesOfBlob(blob))], { type: TYPE }));
  try {
    const element = document.createElement("img");
    element.src = url;
    await element.decode();
    return await createImageBitmap(element);
  } catch (error) {
    throw imageError(
      "EncodingError",
      `${describeBlob(blob, TYPE)} can't be drawn: it is broken, or the page's Content-Security-Policy lacks img-src blob:`,
      error,
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** With width and height in whole pixels, which browsers draw alike; as it is where it can't be parsed. */
function sized(bytes: Uint8Array<ArrayBuffer>): BlobPart {
  const root = parse(bytes).documentElement;
  if (root.localName !== "svg") return bytes;
  const [width, height, viewBox] = ["width", "height", "viewBox"].map((name) => root.getAttribute(name));
  const { size, own, ratio } = svgSize(width!, height!, viewBox!);
  if (ratio === undefined) root.setAttribute("viewBox", `0 0 ${own.width} ${own.height}`);
  // Less than a pixel off by rounding, which would be a bar of background.
  const isWhole = ratio === undefined || Math.abs(own.width / ratio - own.height) < 1;
  if (isWhole) root.setAttribute("preserveAspectRatio", "none");
  root.setAttribute("width", String(size.width));
  root.setAttribute("height", String(size.height));
  return new XMLSerializer().serializeToString(root);
}

/** In the encoding that its declaration names. */
function parse(bytes: Uint8Array): Document {
  const begin = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const [, encoding] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(begin) ?? [];
  let text: string;
  try {
    text = new TextDecoder(encoding).decode(bytes);
  } catch {
    text = new TextDecoder().decode(bytes); // An encoding that nobody knows.
  }
  return new DOMParser().parseFromString(text, TYPE);
}
