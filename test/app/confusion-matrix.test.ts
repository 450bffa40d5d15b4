/** Which classes a matrix of many shows. */

import { describe, expect, it } from "vitest";
import { cellsByName, moved, photosAt, pointed } from "../../src/app/evaluate/cell-cursor.ts";
import { mostMixedUp, searched, windowAt } from "../../src/app/evaluate/matrix-part.ts";
import { figuresOf, mapNames, Run } from "../../src/evaluation/index.ts";

/** Photos as `truth called, times`; `""` is no answer. */
function figures(...photos: [truth: string, called: string, times: number][]) {
  const run = new Run();
  for (const [truth, called, times] of photos) {
    for (let i = 0; i < times; i++) run.answer(run.add("x", truth), called === "" ? [] : [{ label: called }]);
  }
  return figuresOf(run, mapNames(run.truths.texts, run.labels.texts));
}

describe("a part of a confusion matrix", () => {
  const some = figures(
    ["cat 10", "cat 10", 5],
    ["cat 9", "cat 9", 1],
    ["cat 9", "cat 10", 1],
    ["dog", "wolf", 3],
    ["wolf", "wolf", 4],
    ["owl", "", 1],
    ["owl", "owl", 1],
  );
  const names = (places: readonly number[]) => places.map((i) => some.classes[i]?.name);

  it("is all of few classes, by name and number, with a column for no answer", () => {
    const { rows, columns } = mostMixedUp(some, 20);
    expect(names(rows)).toEqual(["cat 9", "cat 10", "dog", "owl", "wolf"]);
    expect(columns).toEqual([...rows, -1]);
  });

  it("has the classes that are mixed up most beside each other, and no column that is empty", () => {
    const { rows, columns } = mostMixedUp(some, 4);
    expect(names(rows)).toEqual(["dog", "wolf", "cat 9", "cat 10"]);
    expect(columns).toEqual(rows);
  });

  it("is what is searched, the worst first, then what that is mixed up with", () => {
    expect(names(searched(some, "dog", 10).rows)).toEqual(["dog", "wolf"]);
    expect(names(searched(some, "cat", 1).rows)).toEqual(["cat 9"]);
    expect(searched(some, "yak", 10).rows).toEqual([]);
  });

  it("is a window of all by name, which ends at the edges", () => {
    const part = (row: number, column: number) => {
      const { rows, columns } = windowAt(some, { row, column }, 2);
      return [names(rows), names(columns)];
    };
    expect(part(0, 1)).toEqual([
      ["cat 9", "cat 10"],
      ["owl", "wolf"],
    ]);
    expect(part(0.99, 0.4)).toEqual([
      ["owl", "wolf"],
      ["cat 10", "dog", undefined],
    ]);
  });
});

describe("the cursor in the picture of all classes", () => {
  // By name: a, b, c, d.
  const cells = cellsByName(
    figures(
      ["a", "d", 1],
      ["d", "d", 1],
      ["a", "a", 4],
      ["a", "c", 2],
      ["c", "a", 3],
      ["b", "b", 1],
      ["d", "", 1],
    ),
  );
  const at = (row: number, column: number) => ({ row, column });

  it("moves by a cell, and stays inside", () => {
    expect(moved(cells, at(1, 1), "ArrowRight", false)).toEqual(at(1, 2));
    expect(moved(cells, at(1, 1), "ArrowUp", false)).toEqual(at(0, 1));
    expect(moved(cells, at(0, 0), "ArrowLeft", false)).toEqual(at(0, 0));
    expect(moved(cells, at(3, 3), "ArrowDown", false)).toEqual(at(3, 3));
    expect(moved(cells, at(2, 1), "End", false)).toEqual(at(2, 3));
    expect(moved(cells, at(2, 1), "Home", false)).toEqual(at(2, 0));
    expect(moved(cells, at(2, 1), "a", false)).toBeUndefined();
  });

  it("moves to the next cell with photos, and stays where there is none", () => {
    expect(moved(cells, at(0, 0), "ArrowRight", true)).toEqual(at(0, 2));
    expect(moved(cells, at(0, 0), "ArrowDown", true)).toEqual(at(2, 0));
    expect(moved(cells, at(2, 0), "ArrowUp", true)).toEqual(at(0, 0));
    expect(moved(cells, at(1, 1), "ArrowRight", true)).toEqual(at(1, 1));
  });

  it("goes to the mistake that a finger is near to, else to the very cell", () => {
    expect(pointed(cells, { row: 0.2, column: 0.5 }, 0.2)).toEqual(at(0, 2));
    expect(pointed(cells, { row: 0.2, column: 0.2 }, 0.1)).toEqual(at(0, 0));
    expect(pointed(cells, { row: 1, column: -0.1 }, 0.1)).toEqual(at(3, 0));
  });

  it("knows how many photos are in its cell", () => {
    expect(photosAt(cells, at(2, 0))).toBe(3);
    expect(photosAt(cells, at(3, 0))).toBe(0);
  });
});
