import { describe, expect, it } from "vitest";
import { hexText, pictureType } from "../../src/app/viewer/bytes.ts";
import { jsonText, numpyText } from "../../src/app/viewer/copy-text.ts";
import { colourAt } from "../../src/app/viewer/paint.ts";
import { pictureLayout } from "../../src/app/viewer/picture-layout.ts";
import { elementText, leadingDims, planeAt } from "../../src/app/viewer/plane.ts";
import { scaleEnds, statisticsOf } from "../../src/app/viewer/statistics.ts";
import { tensor } from "../../src/client/index.ts";

describe("a plane", () => {
  const cube = tensor(
    Float32Array.from({ length: 24 }, (_, i) => i),
    "float32",
    [2, 3, 4],
  );

  it("is the last two dimensions at a place in those before", () => {
    expect(leadingDims(cube)).toEqual([2]);
    expect(planeAt(cube, [1])).toEqual({ rows: 3, columns: 4, offset: 12 });
    expect(planeAt(cube, [9])).toEqual({ rows: 3, columns: 4, offset: 12 });
    expect(planeAt(tensor([1, 2, 3]), [])).toEqual({ rows: 3, columns: 1, offset: 0 });
  });

  it("shows the fewest digits that tell a float32 from its neighbours", () => {
    const texts = (values: number[]) => values.map((_, i) => elementText(tensor(values), i));
    expect(texts([0.1, 1 / 3, 16777216, Number.NaN, -Infinity])).toEqual([
      "0.1",
      "0.33333334",
      "16777216",
      "nan",
      "-inf",
    ]);
    expect(elementText(tensor([true]), 0)).toBe("True");
  });
});

describe("figures", () => {
  it("leave nan out and keep 64 bits", () => {
    expect(statisticsOf(tensor([1, Number.NaN, 3]))).toEqual({ min: 1, max: 3, mean: 2, nan: 1 });
    expect(statisticsOf(tensor([2n ** 63n - 1n, 0n]))).toMatchObject({ max: 2n ** 63n - 1n });
    expect(statisticsOf(tensor([Number.NaN]))).toBeUndefined();
    expect(statisticsOf(tensor([]))).toBeUndefined();
  });
});

describe("a scale", () => {
  const ends = (values: number[]) => scaleEnds(tensor(values), statisticsOf(tensor(values))!);

  it("ends at the smallest and the largest finite element", () => {
    expect(ends([3, 1, 2])).toEqual([1, 3]);
    expect(ends([-Infinity, 1, Number.NaN, 3, Infinity])).toEqual([1, 3]);
  });

  it("has room for infinite elements beside the only finite one", () => {
    expect(ends([0, -Infinity])).toEqual([-1, 0]);
    expect(ends([Infinity, 2, 2])).toEqual([2, 3]);
    expect(ends([-Infinity, Infinity])).toEqual([-1, 1]);
    expect(ends([2, 2])).toEqual([2, 2]);
  });
});

describe("a picture", () => {
  const filled = (shape: number[], value = 0.5) =>
    tensor(new Float32Array(shape.reduce((a, b) => a * b)).fill(value), "float32", shape);

  it.each([
    [[8, 9], { layout: "HW", height: 8, width: 9, channels: 1 }],
    [[8, 9, 3], { layout: "HWC", height: 8, width: 9, channels: 3 }],
    [[3, 8, 9], { layout: "CHW", height: 8, width: 9, channels: 3 }],
    [[2, 4, 8, 9], { layout: "CHW", channels: 4, count: 2 }],
    [[1, 8, 9, 1], { layout: "HWC", channels: 1, count: 1 }],
    [[3, 8, 3], undefined],
    [[2, 2], undefined],
    [[1000], undefined],
  ])("of shape %j is %j", (shape, layout) => {
    const found = pictureLayout(filled(shape));
    if (layout) expect(found).toMatchObject(layout);
    else expect(found).toBeUndefined();
  });

  it("has the smallest usual scale that holds all values", () => {
    const scale = (low: number, high: number) => {
      const data = filled([8, 8], low);
      (data.data as Float32Array)[0] = high;
      const { black, white } = pictureLayout(data)!;
      return [black, white];
    };
    expect(scale(0, 1)).toEqual([0, 1]);
    expect(scale(-0.5, 1)).toEqual([-1, 1]);
    expect(scale(0, 200)).toEqual([0, 255]);
    expect(scale(-3, 7)).toEqual([-3, 7]);
    expect(scale(0.5, -Infinity)).toEqual([-1, 1]);
  });

  it("of heat runs from dark to light", () => {
    expect(colourAt(0)).toEqual([68, 1, 84, 255]);
    expect(colourAt(1)).toEqual([253, 231, 37, 255]);
    expect(colourAt(9)).toEqual(colourAt(1));
  });
});

describe("bytes", () => {
  it("are shown sixteen a line with their text", () => {
    expect(hexText(new Uint8Array([0x41, 0, 0xff])).trimEnd()).toMatch(/^00000000 {2}41 00 ff +A\.\.$/);
    expect(hexText(new Uint8Array(17)).split("\n")).toHaveLength(2);
  });

  it("are a picture by their first bytes, never markup", () => {
    expect(pictureType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
    expect(
      pictureType(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>")),
    ).toBeUndefined();
    expect(pictureType(new Uint8Array())).toBeUndefined();
  });
});

describe("a copy", () => {
  it("has all elements for numpy and for JSON", () => {
    const matrix = tensor([
      [1, Number.NaN],
      [-Infinity, -0],
    ]);
    expect(numpyText(matrix)).toBe("np.array([[1, np.nan], [-np.inf, -0.0]], dtype=np.float32)");
    expect(jsonText(tensor([9007199254740993n, 1n]))).toBe('["9007199254740993", 1]');
    expect(jsonText(tensor([Number.NaN, 0.5]))).toBe("[null, 0.5]");
    expect(numpyText(tensor([true, false]))).toBe("np.array([True, False], dtype=np.bool_)");
  });
});
