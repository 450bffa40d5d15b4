import { describe, expect, it } from "vitest";
import { fitColumns, GridLayout } from "../../src/app/classify/grid/grid-layout.ts";

const measures = { columns: 3, cardWidth: 100, cardHeight: 80, gapX: 10, gapY: 20, headingHeight: 30 };
const layout = new GridLayout([7, 2, 1000], measures);
const seen = (top: number, bottom: number, pinned?: number) =>
  layout.within(top, bottom, pinned).map(({ index, cards }) => [index, cards.map((card) => card.index)]);

describe("columns", () => {
  it("are as many as fit, and share the width", () => {
    expect(fitColumns(1000, 200, 24)).toEqual({ columns: 4, cardWidth: 232 });
    expect(fitColumns(326, 200, 24)).toEqual({ columns: 1, cardWidth: 326 });
    expect(fitColumns(100, 200, 24)).toEqual({ columns: 1, cardWidth: 100 });
  });
});

describe("the layout", () => {
  it("is as high as its rows and headings", () => {
    // 3 + 1 + 334 rows of 80 with 20 between, three headings of 30.
    expect(layout.height).toBe(338 * 100 + 3 * 30 - 20);
    expect(new GridLayout([], measures).height).toBe(0);
  });

  it("gives what reaches into the screen, and no more among a thousand", () => {
    expect(seen(0, 100)).toEqual([[0, [0, 1, 2]]]);
    expect(seen(240, 400)).toEqual([
      [0, [6]],
      [1, [7, 8]],
    ]);
    expect(seen(10_000, 10_100)[0]![1]).toHaveLength(6);
    expect(seen(-1000, -10)).toEqual([]);
  });

  it("places cards within their sections", () => {
    expect(layout.within(330, 400)).toEqual([
      {
        index: 1,
        y: 330,
        height: 130,
        cards: [
          { index: 7, x: 0, y: 30 },
          { index: 8, x: 110, y: 30 },
        ],
      },
    ]);
    expect(layout.topOf(8)).toBe(360);
    expect(layout.topOf(1009)).toBeUndefined();
  });

  it("keeps a card that has the focus, wherever it lies, in its place in the order", () => {
    expect(seen(0, 100, 500)).toEqual([
      [0, [0, 1, 2]],
      [2, [500]],
    ]);
    expect(seen(240, 300, 0)).toEqual([[0, [0, 6]]]);
    expect(seen(0, 100, 1)).toEqual([[0, [0, 1, 2]]]);
  });

  it("finds the card above or below, over the end of a section too", () => {
    expect(layout.above(1, 1)).toBe(4);
    expect(layout.above(4, 1)).toBe(6);
    expect(layout.above(6, 1)).toBe(7);
    expect(layout.above(8, 1)).toBe(10);
    expect(layout.above(11, -1)).toBe(8);
    expect(layout.above(1, -1)).toBe(1);
    expect(layout.above(1008, 5)).toBe(1008);
    expect(layout.above(0, 1000)).toBe(1008);
  });
});
