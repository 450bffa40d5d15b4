import { describe, expect, it } from "vitest";
import { countFaults, outputText } from "../../src/app/add/add-call.ts";
import { codeText } from "../../src/app/add/code-text.ts";
import { type Matrix, TUTORIAL, withMatrix } from "../../src/app/add/tutorial.ts";
import { tensor } from "../../src/client/index.ts";

const matrix = (dtype: Matrix["dtype"], ...cells: string[]): Matrix => ({ dtype, cells });

describe("the request", () => {
  it("is the tutorial's and has no faults", () => {
    expect(TUTORIAL.pairs.map(({ x1, x2 }) => [x1.cells[0], x2.cells[3]])).toEqual([
      ["1", "1"],
      ["2", "2"],
      ["3", "3"],
    ]);
    expect(countFaults(TUTORIAL)).toBe(0);
  });

  it("counts cells that are no elements of their dtype", () => {
    const edited = withMatrix(TUTORIAL, 1, "x2", matrix("int32", "1.5", "", "x", "4"));
    expect(countFaults(edited)).toBe(3);
    expect(TUTORIAL.pairs[1]!.x2.cells[0]).toBe("2");
  });
});

describe("the same as TypeScript", () => {
  it("is the call with its values", () => {
    expect(
      codeText(TUTORIAL, "http://localhost:8080"),
    ).toBe(`import { Client, tensor } from "mindspore-serving-web";

const client = new Client("http://localhost:8080", "add", "add_common");
const result = await client.infer([
  { x1: tensor([[1, 1], [1, 1]]), x2: tensor([[1, 1], [1, 1]]) },
  { x1: tensor([[2, 2], [2, 2]]), x2: tensor([[2, 2], [2, 2]]) },
  { x1: tensor([[3, 3], [3, 3]]), x2: tensor([[3, 3], [3, 3]]) },
]);
`);
  });

  it("names other dtypes and writes their elements as JavaScript has them", () => {
    const code = (edited: Matrix) => codeText(withMatrix(TUTORIAL, 0, "x1", edited), "");
    expect(code(matrix("int64", "1", "2", "3", "4"))).toContain('x1: tensor([[1n, 2n], [3n, 4n]], "int64")');
    expect(code(matrix("bool", "1", "0", "true", "false"))).toContain(
      '[[true, false], [true, false]], "bool"',
    );
    expect(code(matrix("float32", "inf", "nan", "-0", "1e-7"))).toContain("[[Infinity, NaN], [-0, 1e-7]])");
    expect(code(matrix("float32", "", "1", "1", "1"))).toContain("[[/* ? */, 1], [1, 1]]");
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
    expect(outputText("label", "ox")).toBe("label = ox");
    expect(outputText("n", 7n)).toBe("n = 7");
    expect(outputText("raw", new Uint8Array(3))).toBe("raw = 3 bytes");
  });
});
