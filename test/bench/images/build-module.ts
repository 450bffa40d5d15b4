/** One build's way with pictures, in the page: bundled once with the working tree's source and once with the base's. */

import { decode } from "../../../src/image/decode.ts";
import * as image from "../../../src/image/index.ts";

/** Vite puts the build's name here. */
declare const BUILD: BuildName;

export type BuildName = "base" | "ours";

const tools = { toUpload: image.toUpload, toTensor: image.toTensor, decode };
type ImageTools = typeof tools;

declare global {
  var imageBuilds: Partial<Record<BuildName, ImageTools>>;
}

globalThis.imageBuilds ??= {};
globalThis.imageBuilds[BUILD] = tools;
