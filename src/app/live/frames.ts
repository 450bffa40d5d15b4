/** Frames of a video as instances, each made when it is asked for. */

import type { Instance } from "../../client/index.ts";
import { loadImages } from "../../library/index.ts";

/** Models look at some hundred pixels; a larger frame only takes longer. */
export const FRAME_SIDE = 640;

/** Ends with the video, or when the signal aborts. */
export async function* frames(
  video: HTMLVideoElement,
  input: string,
  signal: AbortSignal,
): AsyncGenerator<Instance, void, undefined> {
  const { toUpload } = await loadImages();
  while (await hasNext(video, signal))
    yield { [input]: await toUpload(video, { maxSide: FRAME_SIDE, signal }) };
}

/** Waits for the next frame that is shown: one that was sent is not sent again. */
function hasNext(video: HTMLVideoElement, signal: AbortSignal): Promise<boolean> {
  return new Promise((found) => {
    const done = new AbortController();
    const settle = (isThere: boolean) => {
      video.cancelVideoFrameCallback(frame);
      done.abort();
      found(isThere);
    };
    const frame = video.requestVideoFrameCallback(() => settle(true));
    video.addEventListener("ended", () => settle(false), { signal: done.signal });
    signal.addEventListener("abort", () => settle(false), { signal: done.signal });
    if (video.ended || signal.aborted) settle(false);
  });
}
