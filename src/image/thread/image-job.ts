/** The work that is done away from the main thread: decode, draw, and encode or normalise. */

import { isBlob } from "../../tensor/index.ts";
import { discard, draw, encodeCanvas, readPixels } from "../canvas/canvas.ts";
import { isTransparent } from "../canvas/transparency.ts";
import { asDecoded, type Decoded, decode, decodeFor } from "../decode/decode.ts";
import type { ImageHead } from "../head/image-head.ts";
import { type Layout, normalize, type Table } from "../pixels/normalize.ts";
import { type Fit, place, type Size, within } from "../placing/fit.ts";
import { turnedSize } from "../placing/turn.ts";
import { type ExactJob, exactElements } from "./exact-tensor.ts";

/** Pixels that no longer change: a file's bytes, or a bitmap which the job owns and closes. */
export type Still = Blob | ImageBitmap;

export interface EncodeJob {
  kind: "encode";
  still: Still;
  /** Of a file, as far as the page has read it already. */
  head?: ImageHead | undefined;
  /** Longest side in pixels; `Infinity` for none. */
  maxSide: number;
  /** Gives no file when the picture is within `maxSide` already, and nothing has to be laid on the background. */
  onlyIfNeeded: boolean;
  /** Transparent pixels have to be laid on the background, should there be any. */
  laysTransparent: boolean;
  type: string;
  quality: number;
  background: string;
}

export interface TensorJob {
  kind: "tensor";
  still: Still;
  /** Of a file, as far as the page has read it already. */
  head?: ImageHead | undefined;
  /** `undefined`: the picture's own. */
  size: Size | undefined;
  fit: Fit;
  background: string;
  tables: readonly Table[];
  layout: Layout;
}

export type ImageJob = EncodeJob | TensorJob | ExactJob;

export interface JobResults {
  /** `isNeeded`: the picture without it would show other colours, and so it may be larger. */
  encode: { file: Blob; isNeeded: boolean } | undefined;
  tensor: Size & { data: Table };
  exact: Size & { data: Table };
}

/** Does one job, on whatever thread it is called. */
export async function runJob<J extends ImageJob>(job: J): Promise<JobResults[J["kind"]]> {
  const done = job.kind === "exact" ? await exactElements(job) : await drawn(job);
  return done as JobResults[J["kind"]];
}

/** As the browser draws it. */
async function drawn(job: EncodeJob | TensorJob): Promise<JobResults["encode" | "tensor"]> {
  const picture = await decoded(job);
  try {
    return job.kind === "encode" ? await encode(job, picture) : toElements(job, picture);
  } finally {
    picture.bitmap.close();
  }
}

async function decoded(job: EncodeJob | TensorJob): Promise<Decoded> {
  if (!isBlob(job.still)) return asDecoded(job.still);
  if (job.kind === "tensor" || !job.head) return decode(job.still, job.head);
  return decodeFor(job.still, job.head, (whole) => within(whole, job.maxSide));
}

async function encode(job: EncodeJob, picture: Decoded): Promise<JobResults["encode"]> {
  const whole = picture.size;
  const size = within(whole, job.maxSide);
  const isLarger = size.width !== whole.width || size.height !== whole.height;
  const isNeeded = job.laysTransparent && isTransparent(picture.bitmap);
  if (job.onlyIfNeeded && !isLarger && !isNeeded) return undefined;
  const all = turnedSize(picture.filled, picture.orientation);
  const drawing = draw(picture, size, place(all, size, "fill"), job.background);
  try {
    return { file: await encodeCanvas(drawing, job.type, job.quality), isNeeded };
  } finally {
    discard(drawing);
  }
}

function toElements(job: TensorJob, picture: Decoded): JobResults["tensor"] {
  const whole = picture.size;
  const size = job.size ?? whole;
  const drawing = draw(picture, size, place(whole, size, job.fit), job.background);
  try {
    return { ...size, data: normalize(readPixels(drawing), job.tables, job.layout) };
  } finally {
    discard(drawing);
  }
}
