/** Two runs side by side; McNemar's test held to published figures. */

import { describe, expect, it } from "vitest";
import { compareRuns, comparisonAsCsv, comparisonAsJson, mapNames, Run } from "../../src/evaluation/index.ts";
import { mcNemar } from "../../src/evaluation/mcnemar.ts";

describe("McNemar's test", () => {
  it("gives R's figures for Agresti's presidential approval (86 and 150 who changed)", () => {
    const { name, statistic, p } = mcNemar(86, 150);
    expect(name).toBe("McNemar's test with continuity correction");
    expect(statistic).toBeCloseTo(16.818, 3);
    expect(p).toBeCloseTo(4.115e-5, 8);
  });

  it("is exact below 25 pairs: 6 and 16 give 2 · Σ C(22, i) / 2^22 for i up to 6, which is 0.0525", () => {
    const { name, statistic, p } = mcNemar(6, 16);
    expect({ name, statistic }).toEqual({ name: "exact binomial McNemar test", statistic: undefined });
    const ways = 1 + 22 + 231 + 1540 + 7315 + 26_334 + 74_613;
    expect(p).toBe((2 * ways) / 2 ** 22);
    expect(p).toBeCloseTo(0.0525, 4);
    expect(mcNemar(16, 6).p).toBe(p);
  });

  it("finds no difference where there is none", () => {
    expect(mcNemar(0, 0).p).toBe(1);
    expect(mcNemar(5, 5).p).toBe(1);
    expect(mcNemar(40, 40)).toMatchObject({ statistic: 0, p: 1 });
  });

  // Upper tail of chi-squared with one degree of freedom, from tables of the normal distribution: P(|Z| > z).
  it.each([
    [1, 0.317310507862914],
    [1.959963984540054, 0.05],
    [2.575829303548901, 0.01],
    [4, 6.334248366623996e-5],
    [6, 1.973175290075396e-9],
  ])("gives the two-sided tail of the normal distribution beyond %d", (z, tail) => {
    // |a - b| - 1 = z · √(a + b) for whole a and b, so the pairs are no whole numbers here.
    const pairs = 10_000;
    const apart = z * Math.sqrt(pairs) + 1;
    const { p } = mcNemar((pairs - apart) / 2, (pairs + apart) / 2);
    expect(Math.abs(p / tail - 1)).toBeLessThan(1e-9);
  });
});

function runOf(answers: Readonly<Record<string, string | undefined>>): Run {
  const run = new Run();
  for (const [path, label] of Object.entries(answers)) {
    const i = run.add(path, path.includes("/") ? path.split("/")[0] : undefined);
    if (label === undefined) run.fail(i, "timeout", "too late");
    else run.answer(i, [{ label }]);
  }
  return run;
}

describe("two runs over the same photos", () => {
  const judged = (run: Run) => ({ run, mapping: mapNames(run.truths.texts, run.labels.texts) });

  it("are compared photo by photo, those first that only one got right", () => {
    const first = runOf({
      "cat/1": "cat",
      "cat/2": "cat",
      "cat/3": "dog",
      "cat/4": "dog",
      "dog/5": "dog",
      "dog/6": undefined,
      "7": "cat",
      "dog/8": "dog",
      "dog/10": "dog",
    });
    const second = runOf({
      "dog/8": "dog",
      "dog/10": undefined,
      "7": "dog",
      "dog/6": "dog",
      "cat/4": "cow",
      "cat/3": "cat",
      "cat/2": "dog",
      "cat/1": "cat",
      "cat/9": "cat",
    });
    const { changed, ...figures } = compareRuns(judged(first), judged(second));
    expect(figures).toMatchObject({
      photos: 6,
      oneAnswered: 4,
      agreed: 2,
      agreement: 1 / 3,
      labelled: 5,
      onlyFirst: 1,
      onlySecond: 1,
      test: { p: 1 },
    });
    expect(changed.map(({ first: i, right }) => [first.paths[i], right])).toEqual([
      ["cat/2", "first"],
      ["cat/3", "second"],
      ["cat/4", "neither"],
      ["7", "unknown"],
    ]);
    for (const { first: i, second: j } of changed) expect(first.paths[i]).toBe(second.paths[j]);
  });

  it("without labels are compared by what they call photos, those labels first that changed most", () => {
    const first = runOf({ "1": "cat", "2": "cat", "3": "cat", "4": "dog", "5": "dog" });
    const second = runOf({ "1": "cow", "2": "owl", "3": "cow", "4": "dog", "5": undefined });
    const compared = compareRuns(judged(first), judged(second));
    expect(compared).toMatchObject({ photos: 4, agreed: 1, agreement: 0.25, oneAnswered: 1, labelled: 0 });
    expect(compared.changedLabels).toEqual([
      { first: "cat", second: "cow", photos: 2 },
      { first: "cat", second: "owl", photos: 1 },
    ]);
    expect(comparisonAsJson(judged(first), judged(second))).toMatchObject({ test: null, labelled: 0 });
  });

  it("do not agree where neither answers with a label", () => {
    const bare = () => {
      const run = new Run();
      run.answer(run.add("1", undefined), []);
      return run;
    };
    const compared = compareRuns(judged(bare()), judged(bare()));
    expect(compared).toMatchObject({ photos: 0, agreed: 0, agreement: undefined, oneAnswered: 0 });
  });

  it("are saved with a line for each photo, those first that they call differently", () => {
    const first = runOf({ "cat/1": "cat", "cat/2": "dog", "3": "cat", "cat/4": undefined });
    const second = runOf({ "cat/1": "cat", "cat/2": "cat", "3": "dog", "cat/4": "cat" });
    expect(comparisonAsCsv(judged(first), judged(second)).slice(1).trim().split("\r\n")).toEqual([
      "file,truth,changed,right,first_label,first_score,first_error,second_label,second_score,second_error",
      "cat/2,cat,1,second,dog,,,cat,,",
      "3,,1,unknown,cat,,,dog,,",
      "cat/1,cat,0,,cat,,,cat,,",
      "cat/4,cat,,,,,too late,cat,,",
    ]);
    expect(comparisonAsJson(judged(first), judged(second))).toMatchObject({
      labelled: 2,
      changed: [
        { file: "cat/2", truth: "cat", right: "second", first: { label: "dog" }, second: { label: "cat" } },
        { file: "3", truth: null, right: "unknown" },
      ],
    });
  });
});
