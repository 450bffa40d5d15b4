/** One build's way with pictures, in the page: bundled once with the working tree's source and once with the base's. */

import * as decoding from "../../../src/image/decode/decode.ts";
import { readImageHead } from "../../../src/image/head/image-head.ts";
import * as image from "../../../src/image/index.ts";
import { within } from "../../../src/image/placing/fit.ts";

/** Vite puts the build's name here. */
declare const BUILD: BuildName;

export type BuildName = "base" | "ours";

/** As `toUpload` has it done, to be drawn small; a commit before this one decodes whole pictures only. */
async function decode(file: Blob, maxSide: number) {
  const { decodeFor } = decoding as Partial<typeof decoding>;
  if (!decodeFor) return decoding.decode(file);
  return decodeFor(file, await readImageHead(file), (whole) => within(whole, maxSide));
}

const tools = { toUpload: image.toUpload, toTensor: image.toTensor, decode };
type ImageTools = typeof tools;

declare global {
  var imageBuilds: Partial<Record<BuildName, ImageTools>>;
}

globalThis.imageBuilds ??= {};
globalThis.imageBuilds[BUILD] = tools;
