/** Where each card lies. All cards have one size, so that a place among thousands is found by counting. */

export interface Measures {
  columns: number;
  cardWidth: number;
  cardHeight: number;
  /** Between cards, across and down. */
  gapX: number;
  gapY: number;
  /** Of a group's heading with the room below it; 0 where groups have none. */
  headingHeight: number;
}

/** A card's index among all cards, and its place within its section. */
export interface Placed {
  index: number;
  x: number;
  y: number;
}

/** A section of which something is in sight. */
export interface PlacedSection {
  index: number;
  y: number;
  height: number;
  cards: Placed[];
}

/** @param width of the table in pixels @param wanted narrowest card in pixels */
export function fitColumns(
  width: number,
  wanted: number,
  gapX: number,
): Pick<Measures, "columns" | "cardWidth"> {
  const columns = Math.max(1, Math.floor((width + gapX) / (wanted + gapX)));
  return { columns, cardWidth: Math.floor((width - gapX * (columns - 1)) / columns) };
}

/** The first card that begins at `top` or below it, or else the first one. */
export function firstWhole(sections: readonly PlacedSection[], top: number): Placed | undefined {
  const cards = sections.flatMap(({ y, cards }) => cards.map((card) => ({ ...card, y: y + card.y })));
  return cards.find(({ y }) => y >= top) ?? cards[0];
}

interface Band {
  /** Index of the section's first card among all. */
  first: number;
  count: number;
  y: number;
  /** Of its first row. */
  top: number;
  bottom: number;
}

export class GridLayout {
  readonly height: number;
  readonly #measures: Measures;
  readonly #bands: Band[] = [];

  /** @param counts cards in each section */
  constructor(counts: readonly number[], measures: Measures) {
    this.#measures = measures;
    const { columns, cardHeight, gapY, headingHeight } = measures;
    let first = 0;
    let y = 0;
    for (const count of counts) {
      const top = y + headingHeight;
      const rows = Math.ceil(count / columns);
      const bottom = top + rows * (cardHeight + gapY);
      this.#bands.push({ first, count, y, top, bottom });
      first += count;
      y = bottom;
    }
    this.height = Math.max(0, y - gapY);
  }

  /**
   * Sections and cards that reach into the band from `top` to `bottom`.
   * @param pinned index of a card that is to be there wherever it lies, since it has the focus
   */
  within(top: number, bottom: number, pinned?: number): PlacedSection[] {
    const pitch = this.#pitch();
    const { columns } = this.#measures;
    return this.#bands.flatMap((band, index) => {
      const inSight = band.bottom > top && band.y < bottom;
      const from = inSight ? Math.max(0, Math.floor((top - band.top) / pitch)) * columns : 0;
      const to = inSight ? Math.min(band.count, Math.ceil((bottom - band.top) / pitch) * columns) : 0;
      const cards: Placed[] = [];
      for (let i = from; i < to; i++) cards.push(this.#place(band, i));
      const extra = pinned === undefined ? -1 : pinned - band.first;
      if (extra >= 0 && extra < from) cards.unshift(this.#place(band, extra));
      if (extra >= to && extra < band.count) cards.push(this.#place(band, extra));
      if (!inSight && cards.length === 0) return [];
      return [{ index, y: band.y, height: band.bottom - band.y, cards }];
    });
  }

  /** Top of a card within the whole; `undefined` when there is none. */
  topOf(index: number): number | undefined {
    const band = this.#bandOf(index);
    return band && band.y + this.#place(band, index - band.first).y;
  }

  /** The card that lies `rows` above or below, in the same column where the row is long enough. */
  above(index: number, rows: number): number {
    const { columns } = this.#measures;
    let band = this.#bandOf(index)!;
    const column = (index - band.first) % columns;
    let row = Math.floor((index - band.first) / columns) + rows;
    let at = this.#bands.indexOf(band);
    while (row < 0 && at > 0) {
      band = this.#bands[--at]!;
      row += this.#rows(band);
    }
    while (row >= this.#rows(band) && at < this.#bands.length - 1) {
      row -= this.#rows(band);
      band = this.#bands[++at]!;
    }
    row = Math.min(this.#rows(band) - 1, Math.max(0, row));
    return band.first + Math.min(band.count - 1, row * columns + column);
  }

  #rows({ count }: Band): number {
    return Math.ceil(count / this.#measures.columns);
  }

  #bandOf(index: number): Band | undefined {
    return this.#bands.find(({ first, count }) => index >= first && index < first + count);
  }

  #place({ first }: Band, i: number): Placed {
    const { columns, cardWidth, gapX, headingHeight } = this.#measures;
    const y = headingHeight + Math.floor(i / columns) * this.#pitch();
    return { index: first + i, x: (i % columns) * (cardWidth + gapX), y };
  }

  #pitch(): number {
    return this.#measures.cardHeight + this.#measures.gapY;
  }
}
