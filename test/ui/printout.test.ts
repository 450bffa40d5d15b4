import { describe, expect, it } from "vitest";
import { tensor } from "../../src/client/index.ts";
import { outputText, printout } from "../../src/ui/index.ts";

describe("a printout over several lines", () => {
  it("is numpy's, to any depth", () => {
    const cube = String(
      tensor(
        [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [5, 6],
            [7, 8],
          ],
        ],
        "int64",
      ),
    );
    expect(printout(cube)).toBe("array([[[1, 2],\n        [3, 4]],\n\n       [[5, 6],\n        [7, 8]]])");
    expect(printout("array([[0, ..., 9], ..., [1, ..., 2]], shape=(9, 9))", "y = ")).toBe(
      "y = array([[0, ..., 9],\n           ...,\n           [1, ..., 2]], shape=(9, 9))",
    );
    expect(printout("ox", "label = ")).toBe("label = ox");
  });
});

describe("an output", () => {
  it("is printed as numpy does, rows under each other", () => {
    const y = tensor([
      [2, 2],
      [2, 2],
    ]);
    expect(outputText("y", y)).toBe("y = array([[2., 2.],\n           [2., 2.]], dtype=float32)");
  });

  it("may be something else than a matrix", () => {
    expect(outputText("label", "ox")).toBe('label = "ox"');
    expect(outputText("labels", ["ox", "cow"])).toBe('labels = ["ox", "cow"]');
    expect(outputText("n", 7n)).toBe("n = 7");
    expect(outputText("raw", new Uint8Array(3))).toBe("raw = 3 bytes");
  });
});
