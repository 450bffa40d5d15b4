/** Where a picture goes in a given rectangle. All sizes in pixels. */

/**
 * How a picture of another aspect ratio is put into the given size: `fill` stretches it, as MindSpore's `Resize`
 * with two sizes does; `cover` cuts off what sticks out, the middle stays; `contain` shows all of it and leaves
 * bars of the background.
 */
export type Fit = "fill" | "cover" | "contain";

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  x: number;
  y: number;
}

/** The part of the picture that is drawn, and where it is drawn to. */
export interface Placement {
  from: Rect;
  to: Rect;
}

export function place(picture: Size, target: Size, fit: Fit): Placement {
  const whole = { x: 0, y: 0, ...picture };
  const all = { x: 0, y: 0, ...target };
  if (fit === "fill") return { from: whole, to: all };
  if (fit === "cover") {
    // The largest part of the picture with the target's aspect ratio; it may begin between two pixels.
    const scale = Math.max(target.width / picture.width, target.height / picture.height);
    const part = {
      width: Math.min(picture.width, target.width / scale),
      height: Math.min(picture.height, target.height / scale),
    };
    return { from: centred(part, picture, (n) => n), to: all };
  }
  const scale = Math.min(target.width / picture.width, target.height / picture.height);
  return { from: whole, to: centred(scaled(picture, scale), target, Math.floor) };
}

/**
 * Of a panorama, which is longer than this to 1, the short side is bounded in the place of the long one: a model squeezes
 * or cuts a picture to a square, for which a few dozen rows are too few.
 */
const PANORAMA = 2.5;
/** Nor is a picture's long side above as many times `maxSide`. */
const LONGEST = 10;

/**
 * The size whose longer side is at most `maxSide`, aspect kept to the nearest pixel; never larger than before. A panorama
 * keeps a short side of 2/5 of `maxSide`, as a picture of 5:2 has, up to 25:1.
 */
export function within({ width, height }: Size, maxSide: number): Size {
  const [short, long] = width < height ? [width, height] : [height, width];
  const shape = Math.min(Math.max(1, long / short / PANORAMA), LONGEST);
  const scale = (maxSide * shape) / long;
  return scale >= 1 ? { width, height } : scaled({ width, height }, scale);
}

/** A bitmap's members are getters of its prototype, which a spread leaves out. */
export function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function centred(inner: Size, outer: Size, toWhole: (length: number) => number): Rect {
  return {
    x: toWhole((outer.width - inner.width) / 2),
    y: toWhole((outer.height - inner.height) / 2),
    ...inner,
  };
}
