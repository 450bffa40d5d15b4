/** The Python that this project shows, run with the real Python client at the real Serving. */

import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeFor } from "../../src/app/code/code-for.ts";
import type { CodeRequest } from "../../src/app/code/code-request.ts";
import { bool, float16, int64, tensor } from "../../src/client/index.ts";
import { documents } from "../docs/markdown.ts";
import { runPython } from "./python-client.ts";
import { howToGetServing, pageFolder, servingAddress, skipWithoutServing } from "./serving.ts";

/** The documents write releases before 1.3's order, host and port apart, or the later one. */
const forHere = (code: string) =>
  code.replaceAll('"localhost", 5500,', `"${servingAddress}",`).replaceAll("localhost:5500", servingAddress);

/** The Python of each document as one program, as somebody types it in; a servable's configuration is none. */
const programs = documents.flatMap(({ path, blocks }) => {
  const code = blocks
    .filter(({ language, code }) => language === "python" && !code.includes("register_method"))
    .map((block) => block.code);
  return code.length > 0 ? [[path, code.join("\n")] as const] : [];
});

describe.skipIf(skipWithoutServing)(`Python programs${howToGetServing}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "python-"));
    await mkdir(join(folder, "test_image"));
    await copyFile(join(pageFolder, "samples/dome.jpg"), join(folder, "test_image/dome.jpg"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = async (code: string, words: string[] = []) =>
    (await runPython(["-c", forHere(code), ...words], folder)).replace(/\s+/g, " ").trim();

  it.each(programs)("that of %s prints what is said beside it", async (_, code) => {
    const all = [2, 4, 6]
      .map((n) => `{'y': array([[${n}., ${n}.], [${n}., ${n}.]], dtype=float32)}`)
      .join(", ");
    expect(await run(code)).toBe(
      [
        `[${all}]`,
        ...Array(3).fill("float32 (2, 2)"),
        "Request servable(add) method(add_common2) , method is not available",
        "[[2. 2.] [2. 2.]]",
        "Given model input 1 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model",
        "[[6. 6.] [6. 6.]]",
        "[{'label': 'dome'}]",
      ].join(" "),
    );
  });

  const request: CodeRequest = {
    address: "http://localhost:8080",
    elements: "http://localhost:8080/elements.js",
    servable: "echo",
    method: "echo",
    instances: [
      {
        a: tensor([
          [1, -0],
          [Number.NaN, Number.NEGATIVE_INFINITY],
        ]),
      },
      { a: tensor([[1n, -2n]], "int64") },
      { a: tensor([true, false]) },
      { a: tensor([5], "int32", []) },
      { a: tensor([], "float32", [2, 0]) },
      { a: 'text with "quotes" and 中文' },
      { a: int64(7n) },
      { a: float16(0.5) },
      { a: bool(true) },
      { a: 1.5 },
      { a: 2n ** 63n },
      { a: new Uint8Array([1, 2, 255]) },
      { a: new Float64Array([0.5, 1]) },
    ],
  };

  it("the code that the app writes for a call sends the same values", async () => {
    const outs = [
      "array([[ 1., -0.], [ nan, -inf]], dtype=float32)",
      "array([[ 1, -2]])",
      "array([ True, False])",
      "array(5, dtype=int32)",
      "array([], shape=(2, 0), dtype=float32)",
      "'text with \"quotes\" and 中文'",
      "array(7)",
      "array(0.5, dtype=float16)",
      "array(True)",
      "array([1.5], dtype=float32)",
      "array([9223372036854775808], dtype=uint64)",
      "array([ 1, 2, 255], dtype=uint8)",
      "array([0.5, 1. ])",
    ];
    expect(await run(codeFor(request).python)).toBe(`[${outs.map((out) => `{'out': ${out}}`).join(", ")}]`);
  });

  it("the code that the app writes for photos prints their labels", async () => {
    const photos: CodeRequest = {
      ...request,
      servable: "resnet50",
      method: "classify_top5",
      instances: [{ image: new File(["x"], "panda.jpg") }],
    };
    const printed = await run(codeFor(photos).python, ["test_image/dome.jpg"]);
    const smaller = await run(codeFor({ ...photos, photos: { maxSide: 640 } }).python, [
      "test_image/dome.jpg",
    ]);
    expect(smaller).toMatch(/'label': 'dome;/);
    expect(printed).toMatch(/'label': 'dome;radio telescope, radio reflector;/);
    expect(printed).toMatch(/'score': array\(\[0\.8\d+ ?, .*\], dtype=float32\)/);
  });
});
