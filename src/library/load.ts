/** The client, the image library and what reads signatures: chunks of their own, so that a page paints before they are there. */

import { once } from "./once.ts";

/** `Client`, `tensor`, `isError` and all else of the client. */
export const loadClient = once(() => import("../client/index.ts"));

/** `toUpload` and `toTensor`, which work on pictures. */
export const loadImages = once(() => import("../image/index.ts"));

/** `readSignature` and `checked`. */
export const loadSignature = once(() => import("../signature/index.ts"));

export type ClientLibrary = Awaited<ReturnType<typeof loadClient>>;
