/** Decodes photos to small pictures; a worker of its own, since scaling 12 megapixels takes longer than a frame. */

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
  const bitmap = await scaledDown(file, side).catch(() => undefined);
  here.postMessage({ id, bitmap }, bitmap ? [bitmap] : []);
};

async function scaledDown(file: Blob, side: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = side / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  try {
    return await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(whole.width * scale)),
      resizeHeight: Math.max(1, Math.round(whole.height * scale)),
      resizeQuality: "high",
    });
  } finally {
    whole.close();
  }
}
