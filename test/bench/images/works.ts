/** What the bench of pictures asks of both builds, and what is to be reached. */

import type { EngineName } from "../engines.ts";
import type { PhotoName } from "./photos.ts";

/** One thing that a page asks of a build, with its options. */
export type Step =
  | { to: "upload"; options: { maxSide: number } }
  | { to: "tensor"; options: Readonly<Record<string, unknown>> }
  /** The decoder alone, without our drawing and encoding. */
  | { to: "decode"; options: { maxSide: number } };

export interface Work {
  text: string;
  photos: PhotoName;
  base: Step;
  ours: Step;
  /** Most that the ratio of ours to the base may be, in each engine that has a target. */
  target?: Partial<Record<EngineName, number>>;
}

const UPLOAD_TARGET = { chromium: 0.5, firefox: 1, webkit: 0.65 };
const TENSOR_TARGET = { chromium: 1.2, firefox: 1.2, webkit: 1.2 };

/** At most this share of the base's peak memory, in Chromium. */
export const MEMORY_TARGET = 0.6;

const NORMALIZED = { mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375] };
const SQUARE = { width: 224, height: 224, ...NORMALIZED };
const COVERED = { ...SQUARE, fit: "cover" };
const EXACT = { resize: 256, crop: 224, ...NORMALIZED };
const EXACT_SQUARE = { resize: [224, 224], ...NORMALIZED };

const upload = (maxSide: number): Step => ({ to: "upload", options: { maxSide } });
const tensor = (options: Readonly<Record<string, unknown>>): Step => ({ to: "tensor", options });
const same = (step: Step) => ({ base: step, ours: step });

export const WORKS = {
  "upload-640": {
    text: "12 MP JPEG to an upload of 640 px",
    photos: "phone",
    ...same(upload(640)),
    target: UPLOAD_TARGET,
  },
  "upload-320": {
    text: "12 MP JPEG to an upload of 320 px",
    photos: "phone",
    ...same(upload(320)),
    target: UPLOAD_TARGET,
  },
  "upload-turned": {
    text: "12 MP JPEG on its side to an upload of 640 px",
    photos: "phone-turned",
    ...same(upload(640)),
    target: UPLOAD_TARGET,
  },
  decode: {
    text: "12 MP JPEG, the decode alone, for 640 px",
    photos: "phone",
    ...same({ to: "decode", options: { maxSide: 640 } }),
  },
  "tensor-crop": {
    text: "12 MP JPEG to a tensor: `resize: 256, crop: 224` ÷ `width: 224, height: 224`",
    photos: "phone",
    base: tensor(SQUARE),
    ours: tensor(EXACT),
    target: TENSOR_TARGET,
  },
  "tensor-crop-cover": {
    text: '12 MP JPEG to a tensor: `resize: 256, crop: 224` ÷ `fit: "cover"` of 224',
    photos: "phone",
    base: tensor(COVERED),
    ours: tensor(EXACT),
    target: TENSOR_TARGET,
  },
  "tensor-square": {
    text: "12 MP JPEG to a tensor: `resize: [224, 224]` ÷ `width: 224, height: 224`",
    photos: "phone",
    base: tensor(SQUARE),
    ours: tensor(EXACT_SQUARE),
    target: TENSOR_TARGET,
  },
  "tensor-turned": {
    text: "12 MP JPEG on its side to a tensor: `resize: 256, crop: 224` ÷ `width: 224, height: 224`",
    photos: "phone-turned",
    base: tensor(SQUARE),
    ours: tensor(EXACT),
    target: TENSOR_TARGET,
  },
  "tensor-old": {
    text: "12 MP JPEG to a tensor of `width: 224, height: 224` in both",
    photos: "phone",
    ...same(tensor(SQUARE)),
  },
  "png-upload": {
    text: "3 MP PNG with alpha to an upload of 640 px",
    photos: "png",
    ...same(upload(640)),
  },
  "png-tensor": {
    text: "3 MP PNG with alpha to a tensor: `resize: 256, crop: 224` ÷ `width: 224, height: 224`",
    photos: "png",
    base: tensor(SQUARE),
    ours: tensor(EXACT),
    target: TENSOR_TARGET,
  },
  "small-upload": {
    text: "2 MP JPEG to an upload of 640 px",
    photos: "small",
    ...same(upload(640)),
  },
  "small-tensor": {
    text: "2 MP JPEG to a tensor: `resize: 256, crop: 224` ÷ `width: 224, height: 224`",
    photos: "small",
    base: tensor(SQUARE),
    ours: tensor(EXACT),
    target: TENSOR_TARGET,
  },
  "samples-upload": {
    text: "the 8 sample photos, each to an upload of 320 px",
    photos: "samples",
    ...same(upload(320)),
  },
  "samples-tensor": {
    text: "the 8 sample photos, each to a tensor: `resize: 256, crop: 224` ÷ `width: 224, height: 224`",
    photos: "samples",
    base: tensor(SQUARE),
    ours: tensor(EXACT),
    target: TENSOR_TARGET,
  },
} as const satisfies Record<string, Work>;

export type WorkName = keyof typeof WORKS;
export const WORK_NAMES = Object.keys(WORKS) as WorkName[];

/** Whether only a build can do it that makes pictures as MindSpore does. */
export function needsExact(name: WorkName): boolean {
  return "resize" in WORKS[name].ours.options;
}
