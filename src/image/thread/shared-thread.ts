/** The page's one image worker. */

import { ImageThread } from "./image-thread.ts";

/** Long enough for a person who adds photos one by one; then its memory is given back. */
const IDLE_MS = 5000;

export const imageThread = new ImageThread(IDLE_MS);
