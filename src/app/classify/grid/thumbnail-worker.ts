/** Decodes photos to small pictures; a worker of its own, since scaling 12 megapixels takes longer than a frame. */

import { toPreview } from "../../../image/index.ts";

export interface ThumbnailRequest {
  id: number;
  file: Blob;
  /** Longest side in pixels. */
  side: number;
}

export type ThumbnailAnswer = { id: number; bitmap: ImageBitmap | undefined };

const here = globalThis as unknown as {
  onmessage: (event: MessageEvent<ThumbnailRequest>) => void;
  postMessage(answer: ThumbnailAnswer, transfer: Transferable[]): void;
};

here.onmessage = async ({ data: { id, file, side } }) => {
  const bitmap = await toPreview(file, side).catch(() => undefined);
  here.postMessage({ id, bitmap }, bitmap ? [bitmap] : []);
};
