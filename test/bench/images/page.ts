/** Runs in the page: asks a build for one thing and says how long it took. */

import type { BuildName } from "./build-module.ts";
import type { PhotoName } from "./photos.ts";
import type { Step } from "./works.ts";

export interface Task {
  build: BuildName;
  step: Step;
  photos: PhotoName;
}

const fetched = new Map<string, Promise<Blob[]>>();

/** Files that no build has seen yet. */
async function filesOf(photos: PhotoName): Promise<File[]> {
  if (!fetched.has(photos)) fetched.set(photos, fetchAll(photos));
  return (await fetched.get(photos)!).map((blob, i) => new File([blob], `${photos}-${i}`));
}

async function fetchAll(photos: PhotoName): Promise<Blob[]> {
  const count = Number(await (await fetch(`/photos/${photos}/count`)).text());
  return Promise.all(
    Array.from({ length: count }, async (_, i) => (await fetch(`/photos/${photos}/${i}`)).blob()),
  );
}

async function take(build: BuildName, { to, options }: Step, file: File): Promise<void> {
  const { toUpload, toTensor, decode } = globalThis.imageBuilds[build]!;
  if (to === "upload") await toUpload(file, options);
  else if (to === "tensor") await toTensor(file, options);
  else closeDecoded(await decode(file, options.maxSide));
}

/** A commit before this one decodes to a bitmap alone. */
function closeDecoded(decoded: { bitmap: ImageBitmap } | ImageBitmap): void {
  ("bitmap" in decoded ? decoded.bitmap : decoded).close();
}

/** The build's worker runs when this resolves: it ends by itself when others are measured for long. */
async function warmUp(build: BuildName): Promise<void> {
  const [tiny] = await filesOf("tiny");
  await globalThis.imageBuilds[build]!.toTensor(tiny!);
}

/** @returns ms of one step with all of these photos, one after the other */
async function measure({ build, step, photos }: Task): Promise<number> {
  const files = await filesOf(photos);
  await warmUp(build);
  const started = performance.now();
  for (const file of files) await take(build, step, file);
  return performance.now() - started;
}

/** Whether a build makes pictures as MindSpore does; one that can't leaves the option unread. */
async function hasExact(build: BuildName): Promise<boolean> {
  const [tiny] = await filesOf("tiny");
  const { toTensor } = globalThis.imageBuilds[build]!;
  const { shape } = await toTensor(tiny!, { resize: [5, 7] } as Parameters<typeof toTensor>[1]);
  return shape.join() === "3,5,7";
}

/** Mean and largest difference, in levels of 255, of the pixels of both builds' uploads of this size. */
async function compare({ photos, maxSide }: { photos: PhotoName; maxSide: number }): Promise<Difference> {
  let sum = 0;
  let count = 0;
  let max = 0;
  for (const file of await filesOf(photos)) {
    const [ours, base] = await Promise.all([
      pixelsOf("ours", file, maxSide),
      pixelsOf("base", file, maxSide),
    ]);
    if (ours.length !== base.length)
      throw new Error(`uploads of ${maxSide} px have another size than the base's`);
    for (let i = 0; i < ours.length; i++) {
      const difference = Math.abs(ours[i]! - base[i]!);
      sum += difference;
      if (difference > max) max = difference;
    }
    count += ours.length;
  }
  return { mean: sum / count, max };
}

export interface Difference {
  mean: number;
  max: number;
}

/** Without losses: as PNG, and through the base's decoder for both. */
async function pixelsOf(build: BuildName, file: File, maxSide: number): Promise<Uint8Array> {
  const upload = await globalThis.imageBuilds[build]!.toUpload(file, { maxSide, type: "image/png" });
  return (await globalThis.imageBuilds.base!.toTensor(upload, { dtype: "uint8", layout: "HWC" })).data;
}

const bench = { measure, hasExact, compare };

declare global {
  var imageBench: typeof bench;
}

globalThis.imageBench = bench;

/** One step, or the same several times at once, while the driver watches the browser's memory. */
async function takeWatched({ build, step, photos, atOnce }: Task & { atOnce: number }): Promise<void> {
  const files = Array.from({ length: atOnce }, () => filesOf(photos));
  const all = (await Promise.all(files)).flat();
  await warmUp(build);
  (globalThis as { gc?: () => void }).gc?.();
  await new Promise((done) => setTimeout(done, 700));
  await post("memory-begins", null);
  await Promise.all(all.map((file) => take(build, step, file)));
  await post("result", null);
}

async function post(path: string, value: unknown): Promise<void> {
  await fetch(`/post/${path}`, { method: "POST", body: JSON.stringify(value) });
}

const watched = new URLSearchParams(location.search).get("memory");
if (watched) takeWatched(JSON.parse(watched)).catch((error) => post("error", `${error?.stack ?? error}`));
