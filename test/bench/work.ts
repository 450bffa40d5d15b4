/** What the bench sends: the same values for every stack, made alike in Node and in the page. No code of the library. */

/** One named value in a form that belongs to no stack. */
export interface Item {
  name: string;
  /** A float32 tensor … */
  floats?: Float32Array;
  shape?: number[];
  /** … or bytes; in a request of the bench always a `File`, as from a file chooser. */
  bytes?: Blob | Uint8Array;
}

/** Rows of the table of calls. */
export const WORKS = ["small", "jpegs", "tensor-up", "file-up", "tensor-down", "scores-down"] as const;
/** Rows of the table under a real link, and none of the other. */
export const LINK_ONLY = ["thousand", "image-tensor"] as const;
export type WorkName = (typeof WORKS)[number] | (typeof LINK_ONLY)[number];

/** What a row of the printed tables is called, how many calls make one sample, and how many rounds go for one. */
export const WORK_TEXTS: Record<WorkName, { text: string; calls: number; rounds?: number }> = {
  // So short that it is up to chance otherwise, and to how much of it is compiled yet.
  small: { text: "3 small instances, there and back", calls: 40, rounds: 5 },
  jpegs: { text: "64 JPEG `File`s of 100 KB up", calls: 1 },
  "tensor-up": { text: "48 MB float32 tensor up", calls: 1 },
  "file-up": { text: "the same bytes as a `File` up", calls: 1 },
  "tensor-down": { text: "48 MB float32 tensor down", calls: 1 },
  "scores-down": { text: "1,000 × label + 1,000 scores down", calls: 4 },
  thousand: { text: "1,000 small instances, there and back", calls: 1 },
  "image-tensor": { text: "12 MB float32 tensor of a picture up", calls: 1 },
};

const MB = 2 ** 20;
export const BIG_SHAPE = [12, MB];
const JPEG_BYTES = 100 * 1024;

/** Numbers that differ from each other and need no random source. */
export function floats(length: number): Float32Array {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = (i % 1000) / 1000;
  return values;
}

function bytes(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(length);
  for (let i = 0; i < length; i++) values[i] = (i * 31 + seed) & 0xff;
  return values;
}

/** Two matrices of 2 × 2. */
const smallInstance = (x: number): Item[] =>
  ["x1", "x2"].map((name) => ({ name, floats: new Float32Array([x, x, x, x]), shape: [2, 2] }));

/** Pixels of 1,024 × 1,024 in three planes, smooth but for a sensor's noise, as models get them: less a mean, ÷ a deviation. */
function picture(): Float32Array {
  const side = 1024;
  const values = new Float32Array(3 * side * side);
  let noise = 1;
  for (let i = 0; i < values.length; i++) {
    noise = (Math.imul(noise, 1103515245) + 12345) >>> 0;
    const [x, y] = [i % side, Math.floor(i / side) % side];
    const light = 128 + 60 * Math.sin(x / 97) + 50 * Math.cos(y / 61) + ((noise >>> 24) % 3);
    values[i] = (Math.round(light) - 123.675) / 58.395;
  }
  return values;
}

/** The instances that a call of this work sends. */
export function makeWork(name: WorkName): Item[][] {
  switch (name) {
    case "jpegs":
      return Array.from({ length: 64 }, (_, i) => [
        { name: "image", bytes: new File([bytes(JPEG_BYTES, i)], `${i}.jpg`) },
      ]);
    case "tensor-up":
      return [[{ name: "x", floats: floats(12 * MB), shape: BIG_SHAPE }]];
    case "file-up":
      return [[{ name: "x", bytes: new File([floats(12 * MB) as BlobPart], "tensor.bin") }]];
    case "small":
      return [1, 2, 3].map(smallInstance);
    case "thousand":
      return Array.from({ length: 1000 }, (_, i) => smallInstance(i));
    case "image-tensor":
      return [[{ name: "x", floats: picture(), shape: [3, 1024, 1024] }]];
    case "scores-down":
      return Array.from({ length: 1000 }, (_, i) => [
        { name: "x", floats: new Float32Array([i]), shape: [1] },
      ]);
    default:
      return [[{ name: "x", floats: new Float32Array([1]), shape: [1] }]];
  }
}
