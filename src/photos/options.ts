/** What a queue of photos is told once, and its defaults. */

import type { Client } from "../client/index.ts";
import type { Photo } from "./photo.ts";

/** How many photos go how. */
export interface PhotoLimits {
  /**
   * Most photos in a call: Serving runs them together, and more at once only make the first one wait.
   * @default 8
   */
  batchCount: number;
  /**
   * Calls at a time: a second one keeps the worker busy while the first one's reply and the next upload are on their
   * way.
   * @default 2
   */
  concurrency: number;
}

/** How a {@link PhotoQueue} sends. Functions are asked anew for photos that are not on their way yet. */
export interface PhotoQueueOptions {
  /** The method to call. May throw a {@link PhotoError} to say why there is none. */
  client: () => Client | Promise<Client>;
  /**
   * Name of the method's input; an empty one is learned from the server before the first photo: the method's only
   * input, or `image` where it has several or can't tell.
   * @default () => "image"
   */
  input?: () => string;
  /**
   * Longest side in pixels of what is sent; a photo goes upright and in a format that Serving's decoder reads anyway.
   * Left out, or `undefined`, the size stays.
   */
  maxSide?: () => number | undefined;
  /**
   * The bytes to send for a file, in the place of what this library makes of it. May throw a {@link PhotoError}.
   */
  prepare?: (file: File, signal: AbortSignal) => Promise<Blob>;
  /** Limits of a call. */
  limits?: () => Partial<PhotoLimits>;
  /**
   * What becomes of photos whose call fails for a reason that passes by itself, such as a dead worker or a lost
   * network. `"wait"`: they wait, and the queue tries again by itself, less and less often, until it works.
   * `"fail"`: they fail, and all that wait with them.
   * @default "wait"
   */
  onPassing?: () => "wait" | "fail";
  /**
   * Whether it is worth trying again after a failure that passes; asked before the queue does so.
   * @default () => true
   */
  isBack?: () => boolean | Promise<boolean>;
  /** Called after every change, which is usually more often than a page can draw. */
  onChange?: () => void;
  /** Called with each photo that is done or has failed. */
  onSettled?: (photo: Photo) => void;
}

export const DEFAULT_LIMITS: PhotoLimits = { batchCount: 8, concurrency: 2 };
