import { describe, expect, it } from "vitest";
import { tensor } from "../../src/client/index.ts";
import { type Label, labelsOf } from "../../src/photos/index.ts";
import { bars } from "../../src/ui/index.ts";

/** Labels as they come of a server's scores. */
const labelled = (scores: number[]): Label[] =>
  labelsOf({ label: scores.map((_, i) => `label ${i}`), score: tensor(scores) })!;
const draw = (labels: readonly Label[], locale = "en") => bars(labels, locale, (figure) => `< ${figure}`);
const float16Of = (value: number) => Number(tensor([value], "float16").data[0]);
const figures = (scores: number[]) => draw(labelled(scores)).map(({ figure }) => figure);
const shares = (scores: number[]) => draw(labelled(scores)).map(({ share }) => share);

describe("bars", () => {
  it("are percent where the scores can be probabilities", () => {
    expect(figures([0.931, 0.0625, 0.0005, 0.0004, 0])).toEqual(["93.1%", "6.3%", "0.1%", "< 0.1%", "0.0%"]);
    expect(figures([1])).toEqual(["100.0%"]);
    expect(shares([0.5, 0.25])).toEqual([0.5, 0.25]);
  });

  it("are percent also where float32 has rounded their sum above 1", () => {
    const rounded = Array.from({ length: 10 }, () => Math.fround(0.1));
    expect(rounded.reduce((sum, score) => sum + score)).toBeGreaterThan(1);
    expect(new Set(figures(rounded))).toEqual(new Set(["10.0%"]));
  });

  it("are percent where float16 has rounded each of a thousand up, but not where more is added than rounding does", () => {
    const one = float16Of(1 / 1000 + 2 ** -22);
    const all = Array.from({ length: 1000 }, () => one);
    expect(all.reduce((sum, score) => sum + score)).toBeGreaterThan(1.0001);
    expect(figures(all)[0]).toBe("0.1%");
    expect(figures([0.6, 0.402])).toEqual(["0.6", "0.402"]);
  });

  it("are the server's own figures where the scores add up to more than 1, all of them in 0 to 1", () => {
    const scores = [0.99992, 0.80852, 0.73437, 0.56487, 0.16074];
    expect(figures(scores)).toEqual(["0.9999", "0.8085", "0.7344", "0.5649", "0.1607"]);
    expect(shares(scores)[0]).toBe(1);
    expect(shares(scores)[4]).toBeCloseTo(0.16074 / 0.99992, 6);
  });

  it("are so too where only some of the labels are shown, or there are more scores than labels", () => {
    expect(draw(labelled([0.99, 0.8, 0.7]).slice(0, 1))[0]!.figure).toBe("0.99");
    const [alone] = labelsOf({ label: "ox", score: tensor([0.99, 0.8]) })!;
    expect(draw([alone!])[0]!.figure).toBe("0.99");
  });

  it("are the server's own figures, relative to the best, as soon as one lies outside of 0 to 1", () => {
    expect(figures([12.3456, 0.5, -3])).toEqual(["12.35", "0.5", "-3"]);
    expect(figures([0.5, -0.25])).toEqual(["0.5", "-0.25"]);
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
    expect(draw([{ name: "ox", label: "ox" }])).toEqual([{ share: 0, figure: "" }]);
    const [scored, bare] = labelsOf({ label: "ox;cow", score: tensor([0.5]) })!;
    expect(draw([scored!, bare!]).map(({ figure }) => figure)).toEqual(["50.0%", ""]);
    expect(draw([])).toEqual([]);
  });
});
