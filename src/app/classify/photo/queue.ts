/** The queue of photos: a chunk of its own, which comes when the page is idle, or with the first photo. */

export { PhotoQueue } from "../../../photos/index.ts";
