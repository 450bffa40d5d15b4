/** Upload bytes that a server reads and shows upright. */

import { isReadEverywhere } from "./decode/decode.ts";
import { orAbort, throwIfAborted } from "./errors/abort.ts";
import { describeBlob, imageError } from "./errors/image-error.ts";
import { type ImageHead, readImageHead } from "./head/image-head.ts";
import { fileOf, type ImageSource, toStill } from "./image-source.ts";
import { within } from "./placing/fit.ts";
import type { EncodeJob, JobResults } from "./thread/image-job.ts";
import { imageThread } from "./thread/shared-thread.ts";
import { planUpload, type UploadOptions, type UploadPlan } from "./upload-options.ts";

/**
 * The picture as bytes for an upload. A file that is fine as it is comes back as the very same object: upright, opaque,
 * in a format of `accept`, and not made smaller by what was asked. Everything else is decoded and encoded anew, without
 * its metadata (place and camera among them), on a worker of its own.
 *
 * JPEG, PNG, BMP and TIFF pass as they are, which MindSpore's own `Decode` reads; GIF and WebP, which it refuses, and
 * whatever else this browser can decode become JPEG. A servable that decodes by other means may take other formats:
 * see {@link UploadOptions.accept}. What is accepted and can't be decoded by this browser, as TIFF in most, is never
 * made smaller. What neither side reads is an error that says what the file is: HEIC, a camera's raw file, a video, …
 *
 * A picture with an EXIF orientation other than 1 is always turned upright, since MindSpore doesn't; a TIFF it turns
 * itself. A PNG, BMP or WebP with transparent pixels is laid on `background`. Of other files only the head is looked at
 * when they go as they are: damaged pixels are the server's to find. Of an animation the first picture is taken. A File
 * gives a File, its ending changed to the new type's.
 *
 * Where the browser gives out noise in place of pixels, or the platform has no decoder, a file that is accepted goes as
 * it is, and `onUnchanged` is told.
 *
 * @throws TypeError for anything that isn't an image source, a clipboard without an image, a type that this browser can't write
 * @throws DOMException `EncodingError` when it isn't an image or this browser can't decode it; `NotReadableError`
 *   when the file is gone; `InvalidStateError` when there are no pixels (yet); `SecurityError` for pixels of another
 *   origin; `NotAllowedError` where the browser gives out noise and there is no file that could go; `AbortError`
 */
export async function toUpload(source: ImageSource, options: UploadOptions = {}): Promise<Blob> {
  const { signal, onUnchanged = warn } = options;
  throwIfAborted(signal);
  const plan = planUpload(options);
  const given = fileOf(source);
  const file = given && (await orAbort(given, signal));
  if (file?.size === 0) {
    throw imageError("EncodingError", `${describeBlob(file)} is empty: choose another file`);
  }
  const head = file && (await orAbort(readImageHead(file), signal));
  const work = workOn(head, plan);
  if (file && !work.must && !work.mayShrink && !work.mayLay) return file;
  let encoded: JobResults["encode"];
  try {
    const still = await toStill(source, file, head, signal);
    encoded = await imageThread.run(encodeJob(still, head, plan, work), signal);
  } catch (error) {
    if (!file || !mayGo(head!, error as Error, plan, work)) throw error;
    onUnchanged(error as Error);
    return file;
  }
  if (!file) return encoded!.file;
  if (!encoded || !(work.must || encoded.isNeeded || encoded.file.size < file.size)) return file;
  return named(encoded.file, file);
}

/** What there is to do. */
interface Work {
  /** It can't go as it is. */
  must: boolean;
  /** What was asked for can make a difference; a size that the head didn't tell is found out by decoding. */
  mayShrink: boolean;
  /** It may have transparent pixels to be laid on the background, which is found out by decoding. */
  mayLay: boolean;
  isPng: boolean;
}

function workOn(head: ImageHead | undefined, plan: UploadPlan): Work {
  const { maxSide, wantsEncoding } = plan;
  const size = head?.size;
  const isLarger = size ? within(size, maxSide).width < size.width : maxSide < Number.POSITIVE_INFINITY;
  return {
    must: head?.orientation !== 1 || !isAccepted(head.type, plan.accept),
    mayShrink: wantsEncoding || isLarger,
    mayLay: head?.mayBeTransparent === true && plan.background !== "transparent",
    isPng: head?.type === "image/png",
  };
}

function encodeJob(
  still: EncodeJob["still"],
  head: ImageHead | undefined,
  plan: UploadPlan,
  work: Work,
): EncodeJob {
  const { maxSide, quality, background } = plan;
  const { must, mayShrink, mayLay, isPng } = work;
  return {
    kind: "encode",
    still,
    head,
    maxSide,
    onlyIfNeeded: !must && !plan.wantsEncoding,
    laysTransparent: mayLay,
    type: isPng && !must && !mayShrink ? "image/png" : plan.type,
    quality,
    background,
  };
}

/** Whether a file that could not be worked on goes as it is: the server reads it all the same. */
function mayGo({ type }: ImageHead, error: Error, plan: UploadPlan, work: Work): boolean {
  if (!isAccepted(type, plan.accept)) return false;
  if (error.name === "NotAllowedError") return true;
  if (work.must) return false;
  // A damaged file of a format that every browser reads is an error, where a smaller one was asked for.
  if (work.mayShrink) return error.name === "EncodingError" && !isReadEverywhere(type);
  const hasNoDecoder = typeof createImageBitmap !== "function";
  return hasNoDecoder || error.name === "EncodingError" || error.name === "RangeError";
}

function warn({ message }: Error): void {
  console.warn(`A picture is sent as it is: ${message}`);
}

function isAccepted(type: string, accept: readonly string[]): boolean {
  return type !== "" && (accept.includes(type) || accept.includes("image/*"));
}

/** The new bytes under the old name, with the ending of what they are now. */
function named(encoded: Blob, file: Blob): Blob {
  if (typeof File !== "function" || !isFile(file)) return encoded;
  const ending = encoded.type === "image/jpeg" ? "jpg" : encoded.type.slice("image/".length);
  const name = `${file.name.replace(/\.[^.]*$/, "")}.${ending}`;
  return new File([encoded], name, { type: encoded.type, lastModified: file.lastModified });
}

/** Also one of another window. */
function isFile(file: Blob): file is File {
  return "lastModified" in file;
}
