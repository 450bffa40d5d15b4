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
    expect(labelsOf({ label: "ox;cow", score: tensor([3]) }).map(({ score }) => score)).toEqual([
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
    expect(labelsOf({ label: labels }).map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  });

  it("keep markup as the data it is", () => {
    expect(labelsOf({ label: "<b>ox</b>" })?.[0]?.name).toBe("<b>ox</b>");
  });

  it("are classes where the model gives whole numbers, in whatever shape a list has", () => {
    const score = tensor([0.5, 0.25]);
    const expected = [
      { name: "388", label: "388", score: 0.5, share: 0.5 },
      { name: "7", label: "7", score: 0.25, share: 0.25 },
    ];
    expect(labelsOf({ label: tensor([388, 7], "int32"), score })).toEqual(expected);
    expect(labelsOf({ label: tensor([[388n, 7n]], "int64"), score })).toEqual(expected);
    expect(labelsOf({ label: tensor([3], "uint8", []) })).toEqual([{ name: "3", label: "3" }]);
    expect(labelsOf({ label: 3 })).toEqual([{ name: "3", label: "3" }]);
  });

  it("are none where label is a map of classes, numbers with fractions, bytes or empty", () => {
    const map = tensor(
      [
        [1, 2],
        [3, 4],
      ],
      "int32",
    );
    const none = [map, tensor([0.5, 0.5]), new Uint8Array([255]), " ; ", [], tensor([], "int32")];
    for (const label of none) expect(labelsOf({ label })).toEqual([]);
    expect(labelsOf({ class_id: 3 })).toEqual([]);
  });
});
