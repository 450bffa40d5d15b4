import { describe, expect, it } from "vitest";
import { type Arrangement, AS_ADDED, arrange } from "../../src/app/classify/results/arrange.ts";
import { namesByLabel, noNames } from "../../src/app/classify/results/label-names.ts";
import type { Photo } from "../../src/photos/index.ts";
import { labelled, photoOf } from "../photos/photos.ts";

const nameOf = namesByLabel(["giant panda, panda", "ox", "crane", "crane"], ["大熊猫", "牛", "鹤", "起重机"]);
const photos = [
  labelled(1, ["ox", "giant panda, panda"], [0.4, 0.3]),
  labelled(2, ["giant panda, panda", "crane"], [0.9, 0.05]),
  photoOf(3, "waiting"),
  labelled(4, ["ox"], [0.7]),
  photoOf(5, "failed"),
  photoOf(10, "cancelled"),
];
const show = (arrangement: Partial<Arrangement>, of: Photo[] = photos) =>
  arrange(of, { ...AS_ADDED, ...arrangement }, nameOf, "en").map(({ key, photos }) => [
    key,
    photos.map(({ id }) => id),
  ]);

describe("the photos that are shown", () => {
  it("are all of them, as they were added, unless something else is asked for", () => {
    expect(show({})).toEqual([["", [1, 2, 3, 4, 5, 10]]]);
    expect(show({}, [])).toEqual([]);
  });

  it("are searched by all five labels, in the page's language too, and by name; every word counts", () => {
    expect(show({ query: "Panda" })).toEqual([["", [1, 2]]]);
    expect(show({ query: "熊猫 鹤" })).toEqual([["", [2]]]);
    expect(show({ query: "5.jpg" })).toEqual([["", [5]]]);
    expect(show({ query: "ox 4.jpg" })).toEqual([["", [4]]]);
    expect(show({ query: "zebra" })).toEqual([]);
  });

  it("are filtered by state", () => {
    expect(show({ show: "open" })).toEqual([["", [3]]]);
    expect(show({ show: "done" })).toEqual([["", [1, 2, 4]]]);
    expect(show({ show: "failed" })).toEqual([["", [5, 10]]]);
  });

  it("are grouped by their first label, the largest group first, what has none last", () => {
    expect(show({ group: "label" })).toEqual([
      ["ox", [1, 4]],
      ["giant panda, panda", [2]],
      ["", [3, 5, 10]],
    ]);
  });

  it("are grouped by state, what needs a look first", () => {
    expect(show({ group: "state" }).map(([key]) => key)).toEqual(["failed", "open", "cancelled", "done"]);
  });

  it("are sorted by name as a person counts, by label, and by score, what has none last", () => {
    expect(show({ order: "name" })).toEqual([["", [1, 2, 3, 4, 5, 10]]]);
    expect(show({ order: "name" }, [...photos].reverse())).toEqual([["", [1, 2, 3, 4, 5, 10]]]);
    expect(show({ order: "score" })).toEqual([["", [2, 4, 1, 3, 5, 10]]]);
    expect(show({ order: "label" })[0]![1]!.slice(3)).toEqual([3, 5, 10]);
  });
});

describe("in English, where labels need no translation,", () => {
  it("photos are sorted by the labels themselves", () => {
    const arrangement: Arrangement = { ...AS_ADDED, order: "label" };
    const [section] = arrange(
      [photos[3]!, photos[1]!, labelled(7, ["crane"], [0.5])],
      arrangement,
      noNames,
      "en",
    );
    expect(section!.photos.map(({ id }) => id)).toEqual([7, 2, 4]);
  });
});

describe("names of labels", () => {
  it("are found by the whole label and by its first synonym", () => {
    expect([nameOf("giant panda, panda"), nameOf("giant panda"), nameOf("panda")]).toEqual([
      "大熊猫",
      "大熊猫",
      "",
    ]);
  });

  it("are both where a label means two things", () => {
    expect(nameOf("crane")).toBe("鹤 / 起重机");
  });
});
