/** Upload bytes that a server reads and shows upright. */

import { orAbort, throwIfAborted } from "./abort.ts";
import { isReadEverywhere } from "./decode.ts";
import { describeBlob, imageError } from "./image-error.ts";
import { type ImageHead, readImageHead } from "./image-head.ts";
import type { EncodeJob } from "./image-job.ts";
import { fileOf, type ImageSource, toStill } from "./image-source.ts";
import { imageThread } from "./shared-thread.ts";
import { planUpload, type UploadOptions, type UploadPlan } from "./upload-options.ts";

/**
 * The picture as bytes for an upload. A file that is fine as it is comes back as the very same object, unread but
 * for its head: upright, in a format of `accept`, and not made smaller by what was asked. Everything else is
 * decoded and encoded anew, without its metadata (place and camera among them), on a worker of its own.
 *
 * JPEG, PNG, BMP and TIFF pass as they are, which MindSpore's own `Decode` reads; GIF and WebP, which it refuses, and
 * whatever else this browser can decode become JPEG. A servable that decodes by other means may take other formats:
 * see {@link UploadOptions.accept}. What is accepted and can't be decoded by this browser, as TIFF in most, is never
 * made smaller.
 *
 * A JPEG or PNG with an EXIF orientation other than 1 is always turned upright, since MindSpore doesn't; a TIFF it
 * turns itself. Only a file's head is looked at when it goes as it is: damaged pixels are the server's to find. Of an
 * animation the first picture is taken. A File gives a File, its ending changed to the new type's.
 *
 * @throws TypeError for anything that isn't an image source, a clipboard without an image, a type that this browser can't write
 * @throws DOMException `EncodingError` when it isn't an image or this browser can't decode it; `NotReadableError`
 *   when the file is gone; `InvalidStateError` when there are no pixels (yet); `SecurityError` for pixels of another
 *   origin; `AbortError`
 */
export async function toUpload(source: ImageSource, options: UploadOptions = {}): Promise<Blob> {
  const { signal } = options;
  throwIfAborted(signal);
  const plan = planUpload(options);
  const given = fileOf(source);
  const file = given && (await orAbort(given, signal));
  if (file?.size === 0) {
    throw imageError("EncodingError", `${describeBlob(file)} is empty: choose another file`);
  }
  const head = file && (await orAbort(readImageHead(file), signal));
  const must = head?.orientation !== 1 || !isAccepted(head.type, plan.accept);
  if (file && !must && !mayShrink(head, plan)) return file;
  let encoded: Blob | undefined;
  try {
    const still = await toStill(source, file, signal, head);
    encoded = await imageThread.run(encodeJob(still, head, plan, must), signal);
  } catch (error) {
    // The server reads it all the same; a damaged file of a format that every browser reads is an error.
    if (must || (error as Error).name !== "EncodingError" || isReadEverywhere(head.type)) throw error;
  }
  if (!encoded || (file && !must && encoded.size >= file.size)) return file!;
  return file ? named(encoded, file) : encoded;
}

function encodeJob(
  still: EncodeJob["still"],
  head: ImageHead | undefined,
  plan: UploadPlan,
  must: boolean,
): EncodeJob {
  const { maxSide, type, quality, background } = plan;
  return {
    kind: "encode",
    still,
    head,
    maxSide,
    onlyIfLarger: !must && !plan.wantsEncoding,
    type,
    quality,
    background,
  };
}

function isAccepted(type: string, accept: readonly string[]): boolean {
  return type !== "" && (accept.includes(type) || accept.includes("image/*"));
}

/** Whether what was asked for can make a difference; a size that the head didn't tell is found out by decoding. */
function mayShrink({ size }: ImageHead, { maxSide, wantsEncoding }: UploadPlan): boolean {
  if (wantsEncoding) return true;
  return maxSide !== Number.POSITIVE_INFINITY && (!size || Math.max(size.width, size.height) > maxSide);
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
