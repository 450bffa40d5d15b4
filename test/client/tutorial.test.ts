/** The tutorial's samples in Node: client, bridge and demo worker, with every release that has gRPC. */

import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { Client, type DType, isError, tensor, unwrap } from "../../src/client/index.ts";
import { forgetAddresses } from "../../src/client/serving/release.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";

const square = (n: number, dtype: DType = "float32") =>
  tensor(
    [
      [n, n],
      [n, n],
    ],
    dtype,
  );
const three = [1, 2, 3].map((n) => ({ x1: square(n), x2: square(n) }));

describe.each(["1.1", "1.2", "1.3", "1.5", "2.0"])("release %s", (release) => {
  let worker: DemoServing;
  let proxy: Served;
  beforeAll(async () => {
    worker = await startDemoServing({ port: 0, release, classifier: fakeClassifier() });
    proxy = await serve({ port: 0, appDir: "dist/app", bridge: { worker: worker.address } });
  });
  afterAll(async () => {
    await proxy?.close();
    await worker?.close();
  });
  beforeEach(forgetAddresses);

  const client = (servable: string, method: string) => new Client("localhost", proxy.port, servable, method);

  it("prints the tutorial's result of add_common", async () => {
    const result = await client("add", "add_common").infer(three);
    expect(
      inspect(result, { breakLength: 80 }).replaceAll("  {", "{").replace("[\n", "[").replace("\n]", "]"),
    ).toBe(
      `[{ y: array([[2., 2.], [2., 2.]], dtype=float32) },
{ y: array([[4., 4.], [4., 4.]], dtype=float32) },
{ y: array([[6., 6.], [6., 6.]], dtype=float32) }]`,
    );
  });

  it("answers add_common2 with an error for the whole request", async () => {
    expect(await client("add", "add_common2").infer(three)).toMatchObject({
      error: "Request servable(add) method(add_common2) , method is not available",
      kind: "method-not-available",
    });
  });

  it("answers int32 for one input of the second instance with an error of that instance", async () => {
    const result = await client("add", "add_common").infer([
      three[0]!,
      { x1: square(2), x2: square(2, "int32") },
      three[2]!,
    ]);
    expect(unwrap(result).map((outcome) => (isError(outcome) ? outcome.error : String(outcome.y)))).toEqual([
      "array([[2., 2.], [2., 2.]], dtype=float32)",
      "Given model input 1 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model",
      "array([[6., 6.], [6., 6.]], dtype=float32)",
    ]);
  });

  it("takes one instance alone, and a version", async () => {
    expect(isError(await client("add", "add_common").infer(three[0]!))).toBe(false);
    for (const [version, ok] of [
      [1, true],
      [2n, true],
      [3, false],
    ] as const) {
      const versioned = new Client(proxy.url, "add", "add_common", { version });
      expect(isError(await versioned.infer(three)), `version ${version}`).toBe(!ok);
    }
  });

  it.each([
    "bool",
    "int8",
    "uint8",
    "int16",
    "uint16",
    "int32",
    "uint32",
    "int64",
    "uint64",
    "float16",
    "float32",
    "float64",
  ] as DType[])("takes %s in add_cast", async (dtype) => {
    const of = (value: number) =>
      tensor(
        Array(4).fill(
          dtype === "bool" ? value > 0 : dtype.endsWith("64") && dtype !== "float64" ? BigInt(value) : value,
        ),
        dtype,
        [2, 2],
      );
    const [outcome] = unwrap(await client("add", "add_cast").infer({ x1: of(1), x2: of(1) }));
    expect(String(unwrap(outcome!).y)).toBe("array([[2., 2.], [2., 2.]], dtype=float32)");
  });

  it("classify_top1 takes Files, and one bad image fails alone", async () => {
    const images = ["cat", "bad", "dog"].map((text) => ({ image: new File([text], `${text}.jpg`) }));
    const [cat, bad, dog] = unwrap(await client("resnet50", "classify_top1").infer(images));
    expect(isError(bad)).toBe(true);
    expect([cat, dog].map((outcome) => typeof unwrap(outcome!).label)).toEqual(["string", "string"]);
  });
});
