import { describe, expect, it } from "vitest";
import { tensor } from "../../src/client/index.ts";
import { labelsOf } from "../../src/photos/index.ts";

describe("labels", () => {
  it("pair the labels of classify_top5, split at semicolons, with their scores", () => {
    const label = "tabby, tabby cat;tiger cat;Egyptian cat;lynx, catamount;crane";
    expect(labelsOf({ label, score: tensor([0.5, 0.25, 0.125, 0.0625, 0.03125]) })).toEqual([
      { name: "tabby", label: "tabby, tabby cat", score: 0.5, share: 0.5 },
      { name: "tiger cat", label: "tiger cat", score: 0.25, share: 0.25 },
      { name: "Egyptian cat", label: "Egyptian cat", score: 0.125, share: 0.125 },
      { name: "lynx", label: "lynx, catamount", score: 0.0625, share: 0.0625 },
      { name: "crane", label: "crane", score: 0.03125, share: 0.03125 },
    ]);
  });

  it("do without scores, with too few of them, and with one that is a bare number", () => {
    expect(labelsOf({ label: "ox" })).toEqual([{ name: "ox", label: "ox" }]);
    expect(labelsOf({ label: "ox;cow", score: tensor([3]) })?.map(({ score }) => score)).toEqual([
      3,
      undefined,
    ]);
    expect(labelsOf({ label: "ox", score: 0.5 })?.[0]?.score).toBe(0.5);
    expect(labelsOf({ label: "ox", score: "0.5" })?.[0]?.score).toBeUndefined();
  });

  it("take scores of 64-bit integers", () => {
    expect(labelsOf({ label: "ox", score: tensor([7n]) })?.[0]?.score).toBe(7);
  });

  it("take a list of texts too", () => {
    const labels = ["a", "b;c", "d", "e", "f", "g"];
    expect(labelsOf({ label: labels })?.map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  });

  it("keep markup as the data it is", () => {
    expect(labelsOf({ label: "<b>ox</b>" })?.[0]?.name).toBe("<b>ox</b>");
  });

  it("are not there without a text named label", () => {
    expect(labelsOf({})).toBeUndefined();
    expect(labelsOf({ label: 3 })).toBeUndefined();
    expect(labelsOf({ label: new Uint8Array([255]) })).toBeUndefined();
    expect(labelsOf({ label: " ; " })).toBeUndefined();
    expect(labelsOf({ label: [] })).toBeUndefined();
  });
});
