import { expect, it } from "vitest";
import { sharesOf } from "./shares.ts";

it("a stretch is parted into what each of two things took alone, both, and neither", () => {
  expect(sharesOf([100, 200], [[110, 150]], [[140, 180]])).toEqual({
    first: 0.3,
    second: 0.3,
    both: 0.1,
    neither: 0.3,
  });
});

it("spans of the same thing that overlap count once, and what is outside of the stretch not at all", () => {
  const first = [
    [50, 120],
    [110, 130],
    [190, 260],
  ] as const;
  expect(sharesOf([100, 200], first, [])).toMatchObject({ first: 0.4, neither: 0.6 });
});

it("a span that covers the whole stretch has all of it", () => {
  expect(sharesOf([100, 200], [[0, 300]], [])).toEqual({ first: 1, second: 0, both: 0, neither: 0 });
});
