/** What a page may have a picture in, and how it becomes something that no longer changes. */

import { isBlob } from "../tensor/index.ts";
import { decodeSvg } from "./decode/drawing.ts";
import { orAbort, throwIfAborted } from "./errors/abort.ts";
import { imageError } from "./errors/image-error.ts";
import type { ImageHead } from "./head/image-head.ts";
import type { RawPixels } from "./pixels/stored-lines.ts";
import type { Still } from "./thread/image-job.ts";

/**
 * A picture: a file's bytes, or pixels. Of a video element or a canvas the frame is taken that it shows at the time
 * of the call. The source itself is never changed or closed.
 */
export type ImageSource =
  | Blob // A File is one.
  | ImageBitmap
  | ImageData
  | HTMLCanvasElement
  | OffscreenCanvas
  | HTMLImageElement
  | HTMLVideoElement
  | VideoFrame
  | ClipboardItem;

type PixelSource = Exclude<ImageSource, Blob | ClipboardItem>;

/**
 * The file's own bytes where the source has them, else `undefined`: pixels have none, and are not to wait for any,
 * since they may change. An `<img>` has pixels only.
 * @throws TypeError for anything that isn't an image source
 */
export function fileOf(source: ImageSource): Promise<Blob> | undefined {
  const kind = kindOf(source);
  if (kind === "Blob") return Promise.resolve(source as Blob);
  return kind === "ClipboardItem" ? fromClipboard(source as ClipboardItem) : undefined;
}

/**
 * The source as a job takes it: a file as it is (an SVG drawn), pixels copied to a bitmap of the job's own.
 * @param head the file's
 * @throws DOMException with what is missing: no frame yet, no pixels, a broken image
 */
export async function toStill(
  source: ImageSource,
  file: Blob | undefined,
  head: ImageHead | undefined,
  signal?: AbortSignal,
): Promise<Still> {
  if (file) return head?.type === "image/svg+xml" ? orAbort(decodeSvg(file), signal) : file;
  const pixels = source as PixelSource;
  if (kindOf(source) === "HTMLImageElement") await orAbort(loaded(source as HTMLImageElement), signal);
  checkPixels(pixels);
  const bitmap = await copy(pixels);
  if (signal?.aborted) bitmap.close();
  throwIfAborted(signal);
  return bitmap;
}

/**
 * Bytes in memory, copied as they are now: a canvas would multiply their alpha into their colours. `undefined` for all
 * but ImageData of 8 bits.
 */
export function rawOf(source: ImageSource): RawPixels | undefined {
  if (kindOf(source) !== "ImageData") return undefined;
  const { data, width, height } = source as ImageData;
  return data.BYTES_PER_ELEMENT === 1 ? { data: Uint8Array.from(data), width, height, step: 4 } : undefined;
}

/** By the class's name, which also holds for objects of another window (an iframe's canvas). */
function kindOf(source: unknown): string {
  if (isBlob(source)) return "Blob";
  const kind = Object.prototype.toString.call(source).slice(8, -1);
  switch (kind) {
    case "ImageBitmap":
    case "ImageData":
    case "HTMLCanvasElement":
    case "OffscreenCanvas":
    case "HTMLImageElement":
    case "HTMLVideoElement":
    case "VideoFrame":
    case "ClipboardItem":
      return kind;
    default:
      throw new TypeError(
        `can't read an image from ${kind}: give a File, Blob, ImageBitmap, ImageData, canvas, <img>, <video>, VideoFrame or ClipboardItem`,
      );
  }
}

/** Formats that a server reads come first; browsers put PNG there nearly always. */
async function fromClipboard(item: ClipboardItem): Promise<Blob> {
  const images = item.types.filter((type) => type.startsWith("image/"));
  const type = ["image/png", "image/jpeg"].find((wanted) => images.includes(wanted)) ?? images[0];
  if (type === undefined) {
    throw new TypeError(
      `the clipboard has no image, only ${item.types.join(", ") || "nothing"}: copy an image first`,
    );
  }
  return item.getType(type);
}

/** An image that was never given a source, or whose source is broken, fails at once. */
async function loaded(image: HTMLImageElement): Promise<void> {
  if (image.complete && image.naturalWidth > 0) return;
  try {
    await image.decode();
  } catch (error) {
    throw imageError(
      "EncodingError",
      `the <img> could not be loaded${image.currentSrc ? "" : ": it has no src"}`,
      error,
    );
  }
}

/** What createImageBitmap says of these is only that the state is invalid. */
function checkPixels(pixels: PixelSource): void {
  if ("readyState" in pixels && (pixels.readyState < 2 || pixels.videoWidth === 0)) {
    throw imageError("InvalidStateError", "the <video> has no frame yet: wait for its loadeddata event");
  }
  if ("codedWidth" in pixels && pixels.codedWidth === 0) {
    throw imageError("InvalidStateError", "the VideoFrame is closed: read it before close()");
  }
  if (!("readyState" in pixels || "codedWidth" in pixels) && (pixels.width === 0 || pixels.height === 0)) {
    const closed = kindOf(pixels) === "ImageBitmap" ? "it is closed" : "give it a size and draw on it first";
    throw imageError("InvalidStateError", `the ${kindOf(pixels)} has no pixels: ${closed}`);
  }
}

async function copy(pixels: PixelSource): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(pixels, { imageOrientation: "from-image" });
  } catch (error) {
    throw imageError(
      "InvalidStateError",
      `can't read an image from the ${kindOf(pixels)}: ${(error as Error).message}`,
      error,
    );
  }
}
