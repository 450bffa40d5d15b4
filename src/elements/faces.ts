/** The elements as a page's scripts see them: plain HTML elements, whatever they are made with. */

import type { InferResult, Instance, Instances, Outcome, Progress } from "../client/index.ts";
import type { Failure } from "../failures/index.ts";
import type { PhotoAnswer, PhotoResult, Tally } from "./classifier/photo.ts";
import type { InputSpec } from "./method/input-spec.ts";

interface ServingElement extends HTMLElement {
  /** The proxy's address, such as `"https://serving.example.com"`; `""` (the default) is the page's own origin. */
  address: string;
  /** Name of the servable. */
  servable: string;
  /** Name of its method. */
  method: string;
  /** Version of the servable; 0, the default, is the highest running one. */
  version: number | bigint | string;
  /** Deadline of a call in milliseconds, 120,000 by default. */
  timeoutMs: number;
  /** `"light"` or `"dark"`, `"auto"` as the system is; left out, as the page's own `color-scheme` says. */
  theme: "light" | "dark" | "auto" | undefined;
  /** Headers of every call, such as `{ authorization: "Bearer …" }`. */
  metadata: Readonly<Record<string, string>> | undefined;
}

/** `<serving-classifier>`: photos in, labels out. */
export interface ServingClassifier extends ServingElement {
  /** Name of the method's input. */
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
  /** A photo has its labels. */
  "serving-result": PhotoAnswer;
  /** A photo failed. */
  "serving-error": { file: File; error: Failure };
  /** A photo came, went, was done or failed. */
  "serving-progress": Tally;
}

/** `<serving-method>`: a form for one method of a servable, and what it gives back. */
export interface ServingMethod extends ServingElement {
  /** The method's inputs: a list, or its JSON as an attribute. Left out, the names are asked of the server. */
  inputs: readonly InputSpec[] | string | undefined;
  /** Sent in place of what the form says: one, or a list; a form is shown only without. */
  instances: Instance | readonly Instance[] | undefined;
  /** What the last call gave, as the client's `infer` does; `undefined` before. */
  readonly result: InferResult | undefined;
  /**
   * Sends what the form says, or {@link instances}, or what is given here.
   * @returns what `infer` of the client gives; `undefined` when nothing was sent, since a field has a fault, the
   *   attributes can't be meant, or the call was ended by another one or by attributes that name another method
   */
  run(given?: Instances): Promise<InferResult | undefined>;
}

/** Details of a method's events, by their names. */
export interface MethodEvents {
  /** A call was answered: one outcome for each instance; some may be errors. */
  "serving-result": { instances: Instance[]; result: Outcome[] };
  /** The whole call failed, or could not be made. */
  "serving-error": { error: Failure };
  /** Bytes have left or come. */
  "serving-progress": Progress;
}
