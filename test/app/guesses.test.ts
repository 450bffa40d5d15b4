import { describe, expect, it } from "vitest";
import { guessesOf } from "../../src/app/classify/guesses.ts";
import { tensor } from "../../src/client/index.ts";

describe("guesses", () => {
  it("pair the labels of classify_top5, split at semicolons, with their scores", () => {
    const label = "tabby, tabby cat;tiger cat;Egyptian cat;lynx, catamount;crane";
    expect(guessesOf({ label, score: tensor([0.5, 0.25, 0.125, 0.0625, 0.03125]) })).toEqual([
      { name: "tabby", label: "tabby, tabby cat", score: 0.5, share: 0.5 },
      { name: "tiger cat", label: "tiger cat", score: 0.25, share: 0.25 },
      { name: "Egyptian cat", label: "Egyptian cat", score: 0.125, share: 0.125 },
      { name: "lynx", label: "lynx, catamount", score: 0.0625, share: 0.0625 },
      { name: "crane", label: "crane", score: 0.03125, share: 0.03125 },
    ]);
  });

  it("do without scores, with too few of them, and with one that is a bare number", () => {
    expect(guessesOf({ label: "ox" })).toEqual([{ name: "ox", label: "ox" }]);
    expect(guessesOf({ label: "ox;cow", score: tensor([3]) })?.map(({ score }) => score)).toEqual([
      3,
      undefined,
    ]);
    expect(guessesOf({ label: "ox", score: 0.5 })?.[0]?.score).toBe(0.5);
    expect(guessesOf({ label: "ox", score: "0.5" })?.[0]?.score).toBeUndefined();
  });

  it("take scores of 64-bit integers", () => {
    expect(guessesOf({ label: "ox", score: tensor([7n]) })?.[0]?.score).toBe(7);
  });

  it("take a list of texts too, and no more than five", () => {
    const labels = ["a", "b;c", "d", "e", "f", "g"];
    expect(guessesOf({ label: labels })?.map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("keep markup as the data it is", () => {
    expect(guessesOf({ label: "<b>ox</b>" })?.[0]?.name).toBe("<b>ox</b>");
  });

  it("are not there without a text named label", () => {
    expect(guessesOf({})).toBeUndefined();
    expect(guessesOf({ label: 3 })).toBeUndefined();
    expect(guessesOf({ label: new Uint8Array([255]) })).toBeUndefined();
    expect(guessesOf({ label: " ; " })).toBeUndefined();
    expect(guessesOf({ label: [] })).toBeUndefined();
  });
});
