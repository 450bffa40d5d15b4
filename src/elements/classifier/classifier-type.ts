/** `<serving-classifier>` as a page's scripts see it: a plain HTML element, whatever it is made with. */

import type { Failure } from "../../failures/index.ts";
import type { ServingElement } from "../base/element-type.ts";
import type { PhotoAnswer, PhotoResult, Tally } from "./photo.ts";

/** `<serving-classifier>`: photos in, labels out. */
export interface ServingClassifier extends ServingElement<ClassifierEvents> {
  /** Name of the method's input, `"image"` by default; `""` is the only one that the method has. */
  input: string;
  /** Most labels to show of a photo, 5 by default. */
  top: number;
  /** Files that may be chosen, dropped or pasted, as in `<input accept>`; images by default. */
  accept: string;
  /** Photos stay beside each other; without it the next one takes the place of the last. */
  multiple: boolean;
  /** Longest side in pixels to which photos are made smaller before they are sent; left out, they keep their size. */
  shrink: number | string | null | undefined;
  /**
   * Whether photos wait when a call fails of something that passes by itself (a dead worker, a lost network), and go on
   * then. Without it they fail, and somebody has to try again.
   */
  wait: boolean;
  /** All results so far, in the order of the photos. */
  readonly result: PhotoResult[];
  /**
   * Classifies files as if they had been dropped here, of whatever type.
   * @returns a result for each, in order, when all have one; a failure is a value, never an exception
   */
  classify(files: Iterable<File> | File): Promise<PhotoResult[]>;
  /** Takes all photos away and ends the calls under way. */
  clear(): void;
}

/** Details of a classifier's events, by their names. */
export interface ClassifierEvents {
  /** A photo was answered. */
  "serving-result": PhotoAnswer;
  /** A photo failed. */
  "serving-error": { file: File; error: Failure };
  /** A photo came, went, was done or failed. */
  "serving-progress": Tally;
}
