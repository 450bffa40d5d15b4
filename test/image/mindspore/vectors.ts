/** What MindSpore makes of made pixels and of files, as make.py has written it. */

import { readFileSync } from "node:fs";
import type { PixelOptions } from "../../../src/image/exact/plan.ts";
import type { PixelKind } from "./made-pixels.ts";

export interface Size {
  width: number;
  height: number;
}

export type MadeSource = Size & { seed: number; kind: PixelKind };

export interface Outcome {
  shape: number[];
  /** Of the elements' bytes. */
  sha256: string;
  /** The first elements, to see how a result differs. */
  start: number[];
}

/** As `toTensor` takes them. */
export interface ElementOptions {
  scale?: number;
  mean?: number[];
  std?: number[];
  dtype?: "uint8" | "float16" | "float32" | "float64";
  layout?: "CHW" | "HWC";
}

interface Arithmetic {
  resizes: ({ source: MadeSource; options: PixelOptions } & Outcome)[];
  crops: ({ source: MadeSource; options: PixelOptions } & Outcome)[];
  /** MindSpore raises an error. */
  refused: { source: Size; options: PixelOptions }[];
  /** All 256 values in each of three channels; the elements' bytes in base64. */
  values: { name: string; options: ElementOptions; values: string }[];
  pipelines: ({
    name: string;
    source: MadeSource;
    options: PixelOptions;
    elements: ElementOptions;
  } & Outcome)[];
}

const HERE = "test/image/mindspore";

export const ARITHMETIC: Arithmetic = JSON.parse(readFileSync(`${HERE}/arithmetic.json`, "utf8"));

/** A picture file, and its pixels as MindSpore's Decode gives them: RGB in rows, `undefined` where it refuses. */
export interface DecodedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  decoded: (Size & { pixels: Uint8Array }) | undefined;
}

/** All of files/, or those whose names match. */
export function decodedFiles(names = /./): DecodedFile[] {
  const { files } = JSON.parse(readFileSync(`${HERE}/decode.json`, "utf8")) as { files: FileVector[] };
  return files.filter(({ file }) => names.test(file)).map(readVector);
}

type FileVector = { file: string } & ((Size & { pixels: string }) | { refused: true });

function readVector({ file, ...vector }: FileVector): DecodedFile {
  const bytes = new Uint8Array(readFileSync(`${HERE}/files/${file}`));
  if ("refused" in vector) return { name: file, bytes, decoded: undefined };
  const { width, height, pixels } = vector;
  return {
    name: file,
    bytes,
    decoded: { width, height, pixels: new Uint8Array(Buffer.from(pixels, "base64")) },
  };
}
