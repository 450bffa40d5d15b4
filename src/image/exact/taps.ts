/**
 * Which pixels of a side make a pixel of the resized side, and with what weights: the ways of OpenCV's `resize` for
 * 8-bit pixels, which MindSpore calls. All positions are those of the picture; a position outside is the edge's.
 */

/** For each pixel: as many positions (ascending) and weights as `count` says, pixel after pixel. */
export interface Taps {
  count: number;
  at: Int32Array;
  /** Whole numbers of 2048ths. */
  weight: Int32Array;
}

/** A side that is resized, and the part of the result that is wanted: from pixel `start` on, `length` of them. */
export interface Side {
  source: number;
  resized: number;
  start: number;
  length: number;
}

const { fround } = Math;

/** The ratio as OpenCV has it: two quotients in float64, which may differ from one quotient in the last bit. */
export function scaleOf({ source, resized }: { source: number; resized: number }): number {
  return 1 / (resized / source);
}

/** The pixel under each pixel's left edge; the pixels themselves where the size stays. */
export function nearestTaps(side: Side): Taps {
  const scale = scaleOf(side);
  return fill(side, 1, (pixel, taps, i) => {
    taps.at[i] = Math.min(Math.floor(pixel * scale), side.source - 1);
  });
}

/** Two neighbours, weighed by the distance of the pixels' centres; no more of them when the picture shrinks. */
export function linearTaps(side: Side): Taps {
  const scale = scaleOf(side);
  return fill(side, 2, (pixel, taps, i) => {
    const place = fround((pixel + 0.5) * scale - 0.5);
    const first = Math.floor(place);
    weighTwo(taps, i, first, fround(place - first), side.source - 1);
  });
}

/** AREA where one side at least grows: two neighbours, the second one only where the pixel reaches into it. */
export function areaLinearTaps(side: Side): Taps {
  const scale = scaleOf(side);
  const inverse = side.resized / side.source;
  return fill(side, 2, (pixel, taps, i) => {
    const first = Math.floor(pixel * scale);
    const part = fround(pixel + 1 - (first + 1) * inverse);
    weighTwo(taps, i, first, part <= 0 ? 0 : fround(part - Math.floor(part)), side.source - 1);
  });
}

/** Four neighbours, the cubic convolution with a = -0.75, in float32. */
export function cubicTaps(side: Side): Taps {
  const scale = scaleOf(side);
  const last = side.source - 1;
  const weights = new Float32Array(4);
  return fill(side, 4, (pixel, taps, i) => {
    const place = fround((pixel + 0.5) * scale - 0.5);
    const first = Math.floor(place);
    cubicWeights(weights, fround(place - first));
    for (let k = 0; k < 4; k++) {
      taps.at[i + k] = clamp(first - 1 + k, last);
      taps.weight[i + k] = fixed(weights[k]!);
    }
  });
}

function weighTwo(taps: Taps, i: number, first: number, part: number, last: number): void {
  taps.weight[i] = fixed(fround(1 - part));
  taps.weight[i + 1] = fixed(part);
  taps.at[i] = clamp(first, last);
  taps.at[i + 1] = clamp(first + 1, last);
}

function cubicWeights(weights: Float32Array, x: number): void {
  // Horner's scheme of the kernel's outer and inner part, each step a float32.
  const a = -0.75;
  const outer = fround(x + 1);
  const sum = fround(fround(fround(fround(fround(a * outer) - 5 * a) * outer) + 8 * a) * outer);
  weights[0] = fround(sum - 4 * a);
  weights[1] = inner(x);
  weights[2] = inner(fround(1 - x));
  weights[3] = fround(fround(fround(1 - weights[0]!) - weights[1]!) - weights[2]!);

  function inner(d: number): number {
    const slope = fround(fround((a + 2) * d) - (a + 3));
    return fround(fround(fround(slope * d) * d) + 1);
  }
}

function fill(side: Side, count: number, one: (pixel: number, taps: Taps, i: number) => void): Taps {
  const size = side.length * count;
  const taps = { count, at: new Int32Array(size), weight: new Int32Array(size).fill(2048) };
  for (let i = 0; i < side.length; i++) {
    one(side.start + i, taps, i * count);
    skipUnweighted(taps, i * count);
  }
  return taps;
}

/** A pixel of weight 0 isn't read: another one stands for it. */
function skipUnweighted({ count, at, weight }: Taps, i: number): void {
  let used = i;
  while (weight[used] === 0) used++;
  for (let k = i; k < i + count; k++) {
    if (weight[k] === 0) at[k] = at[used]!;
    else used = k;
  }
}

/** 2048ths, to the nearest, a half to the even one. */
function fixed(weight: number): number {
  const scaled = weight * 2048;
  const whole = Math.round(scaled);
  return whole - scaled === 0.5 && whole % 2 !== 0 ? whole - 1 : whole;
}

function clamp(position: number, last: number): number {
  return Math.min(Math.max(position, 0), last);
}
