/** How small a picture is made: by its longest side, and a panorama by its shortest. */

import { expect, it } from "vitest";
import { within } from "../../src/image/placing/fit.ts";

it.each([
  // Ordinary pictures: the longest side counts.
  [[4000, 3000], 640, [640, 480]],
  [[3000, 4000], 640, [480, 640]],
  [[3840, 1646], 640, [640, 274]], // A cinema's 21:9
  [[2500, 1000], 640, [640, 256]],
  [[640, 640], 640, [640, 640]],
  // Panoramas, lying and standing: 2/5 of it are left of the short side.
  [[8000, 1000], 640, [2048, 256]],
  [[1000, 8000], 640, [256, 2048]],
  [[16_000, 1000], 640, [4096, 256]],
  [[16_000, 1000], 320, [2048, 128]],
  [[2600, 1000], 1000, [1040, 400]],
  // But no longer than 10 times.
  [[100_000, 1000], 640, [6400, 64]],
  // Never larger than before, and never nothing.
  [[2000, 250], 640, [2000, 250]],
  [[5000, 100], 640, [5000, 100]],
  [[30_000, 1], 640, [6400, 1]],
  [[5, 3], 1, [1, 1]],
  [[4000, 3000], Number.POSITIVE_INFINITY, [4000, 3000]],
])("%o within %i is %o", ([width, height], maxSide, expected) => {
  const size = within({ width: width!, height: height! }, maxSide);
  expect([size.width, size.height]).toEqual(expected);
});
