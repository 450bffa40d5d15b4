import { describe, expect, it } from "vitest";
import { withFewNew } from "../../src/app/classify/grid/few-new.ts";
import { GridLayout } from "../../src/app/classify/grid/grid-layout.ts";

const measures = { columns: 3, cardWidth: 100, cardHeight: 80, gapX: 10, gapY: 20, headingHeight: 30 };
const wanted = new GridLayout([3, 1000], measures).within(0, 500);
const all = wanted.flatMap(({ cards }) => cards.map(({ index }) => index));

describe("new cards in one frame", () => {
  it("are all there are when they are few", () => {
    expect(withFewNew(wanted, (index) => index > 1, 2, 250)).toBe(wanted);
  });

  it("are those nearest to the middle of the screen, and what is there stays", () => {
    const cut = withFewNew(wanted, (index) => index === 0, 3, 250);
    expect(cut.map(({ index, cards }) => [index, cards.map((card) => card.index)])).toEqual([
      [0, [0]],
      // Rows lie at 30 and, below the second heading, at 160, 260, 360 and 460.
      [1, [6, 7, 8]],
    ]);
  });

  it("make up the whole after a few frames", () => {
    let there = new Set<number>();
    let frames = 0;
    while (there.size < all.length && frames < 100) {
      const cut = withFewNew(wanted, (index) => there.has(index), 4, 250);
      there = new Set(cut.flatMap(({ cards }) => cards.map(({ index }) => index)));
      frames++;
    }
    expect(frames).toBe(Math.ceil(all.length / 4));
  });
});
