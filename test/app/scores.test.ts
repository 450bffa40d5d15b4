import { describe, expect, it } from "vitest";
import { bars } from "../../src/elements/classifier/scores.ts";

const draw = (scores: (number | undefined)[], locale = "en") =>
  bars(scores, locale, (figure) => `< ${figure}`);
const figures = (scores: (number | undefined)[]) => draw(scores).map(({ figure }) => figure);
const shares = (scores: (number | undefined)[]) => draw(scores).map(({ share }) => share);

describe("bars", () => {
  it("are percent where every score lies in 0 to 1", () => {
    expect(figures([1, 0.931, 0.0005, 0.0004, 0])).toEqual(["100.0%", "93.1%", "0.1%", "< 0.1%", "0.0%"]);
    expect(shares([0.5, 0.25])).toEqual([0.5, 0.25]);
  });

  it("are the server's own figures, relative to the best, as soon as one lies outside", () => {
    expect(figures([12.3456, 0.5, -3])).toEqual(["12.35", "0.5", "-3"]);
    expect(shares([10, 5, -3])).toEqual([1, 0.5, 0]);
  });

  it("compare negative scores by their sizes", () => {
    expect(shares([-1, -2, -4])).toEqual([1, 0.5, 0.25]);
  });

  it("survive scores that are no finite numbers", () => {
    expect(figures([Number.NaN, Number.POSITIVE_INFINITY, 2])).toEqual(["NaN", "Infinity", "2"]);
    expect(shares([Number.NaN, 2, Number.NEGATIVE_INFINITY])).toEqual([0, 1, 0]);
    expect(shares([Number.POSITIVE_INFINITY, 2])).toEqual([1, 1]);
    expect(shares([0, -1])).toEqual([1, 0]);
  });

  it("are empty where there is no score", () => {
    expect(draw([undefined])).toEqual([{ share: 0, figure: "" }]);
    expect(figures([0.5, undefined])).toEqual(["50.0%", ""]);
    expect(draw([])).toEqual([]);
  });
});
