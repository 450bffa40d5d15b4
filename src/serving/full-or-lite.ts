/** The two forms in which the real MindSpore Serving 2.0.2 runs on a plain CPU. */

export interface Form {
  name: "full" | "lite";
  /** The only Python that its wheels are for. */
  python: "3.9" | "3.7";
  /** Most disk space that making it takes, in bytes; what stays is less. */
  diskBytes: number;
  /** What is different, for people. */
  description: string;
}

const GB = 1e9;

/** With MindSpore itself: pictures are decoded and resized by `mindspore.dataset`, as on a cluster. */
export const FULL: Form = {
  name: "full",
  python: "3.9",
  diskBytes: 6 * GB,
  description: "with mindspore.dataset",
};

/** With MindSpore Lite alone: a third of the download. Pictures by Pillow: other decoders, so other error texts. */
export const LITE: Form = {
  name: "lite",
  python: "3.7",
  diskBytes: 2 * GB,
  description: "the Lite form: pictures are decoded by Pillow, not by mindspore.dataset",
};
