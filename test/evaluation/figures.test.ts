/** Figures of small runs, each counted by hand. */

import { describe, expect, it } from "vitest";
import {
  type Figures,
  figuresOf,
  mapNames,
  photosIn,
  Run,
  runAsCsv,
  runAsJson,
  worstMistakes,
} from "../../src/evaluation/index.ts";

/** Photos by what they show and what they are called, best first; `"!"` is a failure. */
function runOf(...photos: [truth: string | undefined, ...answer: string[]][]): Run {
  const run = new Run();
  for (const [i, [truth, ...answer]] of photos.entries()) {
    const photo = run.add(`${i}.jpg`, truth);
    if (answer[0] === "!") run.fail(photo, "model-failed", "it broke");
    else
      run.answer(
        photo,
        answer.map((label, rank) => ({ label, score: (i + 1) / 100 / (rank + 1) })),
      );
  }
  return run;
}

const mappingOf = (run: Run, given?: ReadonlyMap<string, string>) =>
  mapNames(run.truths.texts, run.labels.texts, given);
const figures = (run: Run): Figures => figuresOf(run, mappingOf(run));

describe("a folder's name", () => {
  const labels = [
    "tench, Tinca tinca",
    "tiger cat",
    "crane",
    "crane bird, stork",
    "wood stork, stork",
    "Tiger_Cat",
  ];
  const labelOf = (name: string, given = {}) => {
    const { labelOf, unmapped } = mapNames([name], labels, new Map(Object.entries(given)));
    return labels[labelOf[0]!] ?? unmapped[0]!.why;
  };

  it.each([
    ["tench, Tinca tinca", "tench, Tinca tinca"],
    ["TENCH", "tench, Tinca tinca"],
    ["tinca-tinca", "tench, Tinca tinca"],
    ["tiger cat", "tiger cat"],
    ["Tiger_Cat", "Tiger_Cat"],
    ["tiger-cat", "ambiguous"],
    ["crane", "crane"],
    ["stork", "ambiguous"],
    ["owl", "unknown"],
    ["ten", "unknown"],
  ])("%s is the label %s", (name, label) => expect(labelOf(name)).toBe(label));

  it("is what a file of names says before all else, and is unknown where that names no label", () => {
    expect(labelOf("n01440764", { n01440764: "tench" })).toBe("tench, Tinca tinca");
    expect(labelOf("crane", { crane: "crane bird" })).toBe("crane bird, stork");
    expect(labelOf("crane", { crane: "heron" })).toBe("unknown");
  });

  it("that fits several labels is listed with them", () => {
    expect(mapNames(["stork", "owl"], labels).unmapped).toEqual([
      { name: "stork", why: "ambiguous", labels: ["crane bird, stork", "wood stork, stork"] },
      { name: "owl", why: "unknown", labels: [] },
    ]);
  });
});

describe("the figures of a run", () => {
  const run = runOf(
    ["cat", "cat", "dog", "cow", "owl", "fox"],
    ["cat", "dog", "cat", "cow", "owl", "fox"],
    ["cat", "!"],
    ["dog", "dog", "cat", "cow", "owl", "fox"],
    ["dog", "dog", "cat", "cow", "owl", "fox"],
    ["yak", "cow", "cat", "dog", "owl", "fox"],
    [undefined, "cat", "dog", "cow", "owl", "fox"],
  );

  it("count failed photos and names without a label as wrong, and photos that nobody labelled not at all", () => {
    expect(figures(run)).toMatchObject({
      settled: 7,
      answered: 6,
      failed: 1,
      unlabelled: 1,
      labelled: 6,
      unmapped: 1,
      right1: 3,
      right5: 4,
      top1: 3 / 6,
      top5: 4 / 6,
    });
  });

  it("have precision and recall of each class", () => {
    const { classes } = figures(run);
    expect(Object.fromEntries(classes.map(({ name, ...rest }) => [name, rest]))).toEqual({
      cat: { photos: 3, right: 1, predicted: 1, precision: 1, recall: 1 / 3 },
      dog: { photos: 2, right: 2, predicted: 3, precision: 2 / 3, recall: 1 },
      yak: { photos: 1, right: 0, predicted: 0, precision: undefined, recall: 0 },
      cow: { photos: 0, right: 0, predicted: 1, precision: 0, recall: undefined },
    });
  });

  it("have the confusion of classes, and find the photos behind each cell", () => {
    const { classes, confusion } = figures(run);
    const named = confusion.map(({ truth, predicted, photos }) => [
      classes[truth]!.name,
      classes[predicted]?.name,
      photos,
    ]);
    expect(named).toEqual([
      ["dog", "dog", 2],
      ["cat", "cat", 1],
      ["cat", "dog", 1],
      ["cat", undefined, 1],
      ["yak", "cow", 1],
    ]);
    const mapping = mappingOf(run);
    const found = named.map(([truth, label]) =>
      photosIn(run, mapping, truth as string, label as string | undefined),
    );
    expect(found).toEqual([[3, 4], [0], [1], [2], [5]]);
  });

  it("have no top-5 where no answer had five labels, and no share of nothing", () => {
    expect(figures(runOf(["cat", "cat", "dog"]))).toMatchObject({ top1: 1, top5: undefined, right5: 1 });
    expect(figures(runOf([undefined, "cat"]))).toMatchObject({ top1: undefined, labelled: 0 });
    expect(figures(runOf(["cat", "!"]))).toMatchObject({ top1: 0 });
  });

  it("follow a photo that is sent again, and leave one that is open out", () => {
    const again = runOf(["cat", "!"], ["cat", "cat"]);
    again.open(0);
    expect(figures(again)).toMatchObject({ settled: 1, failed: 0, top1: 1 });
    again.answer(0, [{ label: "dog" }]);
    expect(figures(again)).toMatchObject({ settled: 2, answered: 2, failed: 0, top1: 0.5 });
    again.fail(1, "timeout", "too late");
    expect(figures(again)).toMatchObject({ settled: 2, answered: 1, failed: 1, top1: 0 });
    again.answer(1, [{ label: "cat" }]);
    expect(figures(again)).toMatchObject({ settled: 2, answered: 2, failed: 0, top1: 0.5 });
  });

  it("stay the same for ten thousand photos as for the pattern that they repeat", () => {
    const many = new Run();
    for (let i = 0; i < 10_000; i++) {
      const photo = many.add(`${i}.jpg`, `class ${i % 1000}`);
      many.answer(photo, [{ label: `class ${i % 4 === 0 ? (i + 1) % 1000 : i % 1000}`, score: 0.5 }]);
    }
    const { top1, classes, confusion } = figures(many);
    expect({ top1, classes: classes.length, cells: confusion.length }).toEqual({
      top1: 0.75,
      classes: 1000,
      cells: 1000,
    });
  });
});

describe("the worst mistakes", () => {
  it("are the wrong ones with the highest scores, so many at most", () => {
    const run = runOf(["cat", "dog"], ["cat", "cat"], ["cat", "dog"], ["dog", "cat"], [undefined, "dog"]);
    const mapping = mappingOf(run);
    expect(worstMistakes(run, mapping)).toEqual([3, 2, 0]);
    expect(worstMistakes(run, mapping, 2)).toEqual([3, 2]);
  });

  it("without a score come last, in the order in which they came", () => {
    const run = new Run();
    for (const score of [undefined, 0.1, undefined])
      run.answer(run.add("x", "cat"), [{ label: "dog", ...(score !== undefined && { score }) }]);
    expect(worstMistakes(run, mappingOf(run))).toEqual([1, 0, 2]);
  });
});

describe("the results as files", () => {
  const run = runOf(["cat", "dog, hound", "cat"], ["dog", "!"], [undefined, "cat"]);
  const mapping = mappingOf(run);

  it("are a line for each photo as CSV", () => {
    expect(runAsCsv(run, mapping).split("\r\n")).toEqual([
      "\uFEFFfile,truth,expected_label,right,label_1,score_1,label_2,score_2,label_3,score_3,label_4,score_4,label_5,score_5,error_kind,error",
      '0.jpg,cat,cat,0,"dog, hound",0.0099999998,cat,0.0049999999,,,,,,,,',
      '1.jpg,dog,"dog, hound",0,,,,,,,,,,,model-failed,it broke',
      "2.jpg,,,,cat,0.029999999,,,,,,,,,,",
      "",
    ]);
  });

  it("are figures, classes, confusion, mistakes and failures by name as JSON", () => {
    expect(JSON.parse(JSON.stringify(runAsJson(run, mapping)))).toEqual({
      settled: 3,
      answered: 2,
      failed: 1,
      unlabelled: 1,
      labelled: 2,
      unmapped: 0,
      right1: 0,
      right5: 1,
      top1: 0,
      classes: [
        { name: "cat", photos: 1, right: 0, predicted: 0, recall: 0 },
        { name: "dog, hound", photos: 1, right: 0, predicted: 1, precision: 0, recall: 0 },
      ],
      confusion: [
        { truth: "cat", predicted: "dog, hound", photos: 1 },
        { truth: "dog, hound", predicted: null, photos: 1 },
      ],
      unmappedNames: [],
      mistakes: [{ file: "0.jpg", truth: "cat", label: "dog, hound", score: 0.0099999998 }],
      failures: [{ file: "1.jpg", kind: "model-failed", text: "it broke" }],
      withoutTruth: ["2.jpg"],
    });
  });
});
