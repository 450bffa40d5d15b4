/** Small pictures of the photos in sight. What is off the screen is not decoded; the last few are kept. */

import type { ThumbnailAnswer, ThumbnailRequest } from "./thumbnail-worker.ts";

/** Longest side in pixels of a small card's: sharp on a dense screen. */
export const SMALL_SIDE = 440;

/** Some 0.6 MB each, while there are many. */
const KEPT = 96;

/** Decoded at a time: a 12-megapixel photo is 48 MB while it is. One core is left to the page. */
const AT_A_TIME = navigator.hardwareConcurrency > 2 ? 2 : 1;

interface Wanted {
  file: Blob;
  /** Longest side in pixels. */
  side: number;
  resolve(picture: HTMLCanvasElement | undefined): void;
}

export class Thumbnails {
  /** By photo, the one looked at last at the end; `undefined` for what the browser can't decode. */
  readonly #kept = new Map<number, { side: number; picture: HTMLCanvasElement | undefined }>();
  readonly #wanted = new Map<number, Wanted>();
  readonly #decoding = new Map<number, Wanted>();
  #worker: Worker | undefined;

  /**
   * @param side longest side in pixels, at least
   * @param signal fires when the card has left the screen: a photo that was not begun then is left undecoded
   * @returns the photo's canvas, one and the same each time; `undefined` when it can't be decoded
   */
  async of(
    id: number,
    file: Blob,
    side: number,
    signal: AbortSignal,
  ): Promise<HTMLCanvasElement | undefined> {
    const kept = this.#kept.get(id);
    if (kept && kept.side >= side) {
      this.#keep(id, kept);
      return kept.picture;
    }
    return new Promise((resolve, reject) => {
      const wanted: Wanted = { file, side, resolve };
      signal.addEventListener("abort", () => {
        // Another card of the photo may have asked since: one that moves to another group is made anew.
        if (this.#wanted.get(id) === wanted) this.#wanted.delete(id);
        reject(signal.reason);
      });
      this.#wanted.set(id, wanted);
      this.#decode();
    });
  }

  /** The photo has left the table. */
  forget(id: number): void {
    this.#kept.delete(id);
    this.#wanted.delete(id);
  }

  #decode(): void {
    this.#worker ??= this.#start();
    while (this.#decoding.size < AT_A_TIME) {
      // One that is to be larger than asked for before waits for the smaller one.
      const next = [...this.#wanted].find(([id]) => !this.#decoding.has(id));
      if (!next) return;
      const [id, wanted] = next;
      this.#wanted.delete(id);
      this.#decoding.set(id, wanted);
      this.#worker.postMessage({ id, file: wanted.file, side: wanted.side } satisfies ThumbnailRequest);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL("./thumbnail-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: { id, bitmap } }: MessageEvent<ThumbnailAnswer>) => {
      const wanted = this.#decoding.get(id);
      this.#decoding.delete(id);
      const picture = bitmap && canvasOf(bitmap);
      if (wanted) this.#keep(id, { side: wanted.side, picture });
      wanted?.resolve(picture);
      this.#decode();
    };
    worker.onerror = () => {
      // Photos without a picture; their labels come all the same.
      for (const { resolve } of this.#decoding.values()) resolve(undefined);
      this.#decoding.clear();
    };
    return worker;
  }

  #keep(id: number, one: { side: number; picture: HTMLCanvasElement | undefined }): void {
    this.#kept.delete(id);
    this.#kept.set(id, one);
    if (this.#kept.size <= KEPT) return;
    const [oldest] = this.#kept.keys();
    this.forget(oldest!);
  }
}

/** Takes the pixels over; to draw them would copy them on the page's own thread, each time a card comes into sight. */
function canvasOf(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(bitmap);
  return canvas;
}

export const thumbnails = new Thumbnails();
