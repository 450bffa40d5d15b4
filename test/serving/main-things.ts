/** What a page relies on, asked of the real Serving: the same tests for each browser and each proxy. */

import { expect, it } from "vitest";
import type { Tensor } from "../../src/client/index.ts";
import type { ServingPage } from "./page.ts";

/** The tutorial's add_common, its method and the second instance's x2 at choice; gives what it prints. */
function tutorial({ method, dtype }: { method: string; dtype: "float32" | "int32" }): Promise<string> {
  const { Client, isError, tensor } = globalThis.serving;
  const square = (n: number, of: typeof dtype = "float32") =>
    tensor(
      [
        [n, n],
        [n, n],
      ],
      of,
    );
  const instances = [
    { x1: square(1), x2: square(1) },
    { x1: square(2), x2: square(2, dtype) },
    { x1: square(3), x2: square(3) },
  ];
  // As Python prints a list of dicts.
  const print = (outcome: object) =>
    `{${Object.entries(outcome)
      .filter(([name]) => !isError(outcome) || name === "error")
      .map(([name, value]) => `'${name}': ${typeof value === "string" ? `'${value}'` : value}`)
      .join(", ")}}`;
  return new Client("", "add", method)
    .infer(instances)
    .then((result) => (isError(result) ? print(result) : `[${result.map(print).join(",\n ")}]`));
}

export function mainThings({ evaluate }: ServingPage): void {
  it("the tutorial's three instances print what the tutorial prints", async () => {
    expect(await evaluate(tutorial, { method: "add_common", dtype: "float32" })).toBe(
      `[{'y': array([[2., 2.], [2., 2.]], dtype=float32)},
 {'y': array([[4., 4.], [4., 4.]], dtype=float32)},
 {'y': array([[6., 6.], [6., 6.]], dtype=float32)}]`,
    );
  });

  it("add_common2 fails the whole call, with the text that the tutorial means", async () => {
    expect(await evaluate(tutorial, { method: "add_common2", dtype: "float32" })).toBe(
      "{'error': 'Request servable(add) method(add_common2) , method is not available'}",
    );
  });

  it("int32 in the second instance fails it alone, with the tutorial's text", async () => {
    expect(await evaluate(tutorial, { method: "add_common", dtype: "int32" })).toBe(
      `[{'y': array([[2., 2.], [2., 2.]], dtype=float32)},
 {'error': 'Given model input 1 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model'},
 {'y': array([[6., 6.], [6., 6.]], dtype=float32)}]`,
    );
  });

  it("a photo gets its label, and what is no photo fails alone", async () => {
    const labels = await evaluate(async () => {
      const { Client, isError, unwrap } = globalThis.serving;
      const panda = await (await fetch("/samples/panda.jpg")).blob();
      const images = [new File([panda], "panda.jpg"), new File(["This is no photo."], "notes.txt"), panda];
      const client = new Client("", "resnet50", "classify_top1");
      const outcomes = unwrap(await client.infer(images.map((image) => ({ image }))));
      return outcomes.map((outcome) =>
        isError(outcome) ? { kind: outcome.kind, error: outcome.error } : outcome.label,
      );
    }, undefined);
    expect(labels).toEqual([
      "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca",
      {
        kind: "model-failed",
        error: expect.stringMatching(
          /^Call Function 'resnet50\.preprocess_eager' Failed, method: 'classify_top1', stage index\(begin with 1\): 1, error msg: /,
        ),
      },
      "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca",
    ]);
  });

  it("texts, bytes, 64-bit integers and float16 come back as they went", async () => {
    const shown = await evaluate(async () => {
      const { Client, float16, tensor, unwrap } = globalThis.serving;
      const values = [
        "héllo 世界 😀",
        new Uint8Array([0, 1, 127, 128, 255]),
        tensor([-(2n ** 63n), 2n ** 53n + 1n, 2n ** 63n - 1n]),
        tensor([2n ** 64n - 1n], "uint64"),
        tensor([1.5, -65504, 6e-8], "float16"),
        float16(0.5),
      ];
      const client = new Client("", "echo", "echo");
      return unwrap(await client.infer(values.map((a) => ({ a })))).map((outcome) =>
        String(unwrap(outcome).out),
      );
    }, undefined);
    expect(shown).toEqual([
      "héllo 世界 😀",
      "array([  0,   1, 127, 128, 255], dtype=uint8)",
      "array([-9223372036854775808,     9007199254740993,  9223372036854775807])",
      "array([18446744073709551615], dtype=uint64)",
      "array([ 1.50e+00, -6.55e+04,  5.96e-08], dtype=float16)",
      "0.5",
    ]);
  });

  it("20 MB go up and come back, and both ways are seen moving", async () => {
    const seen = await evaluate(async () => {
      const { Client, tensor, unwrap } = globalThis.serving;
      const data = Float32Array.from({ length: 5_000_000 }, (_, i) => i);
      const steps: { uploaded: number; downloaded: number }[] = [];
      const result = await new Client("", "echo", "echo").infer(
        { a: tensor(data) },
        { onProgress: ({ uploaded, downloaded }) => steps.push({ uploaded, downloaded }) },
      );
      const out = unwrap(unwrap(result)[0]!).out as Tensor<"float32">;
      return { same: out.data.every((value, i) => value === i) && out.data.length === data.length, steps };
    }, undefined);
    expect(seen.same).toBe(true);
    expect(seen.steps.some(({ downloaded }) => downloaded === 0)).toBe(true);
    expect(seen.steps.at(-1)!.uploaded).toBeGreaterThan(20_000_000);
    expect(seen.steps.at(-1)!.downloaded).toBeGreaterThan(20_000_000);
  });

  it("inferMany brings every photo of a folder, broken ones told apart", async () => {
    const found = await evaluate(async () => {
      const { Client, isError } = globalThis.serving;
      const photo = await (await fetch("/samples/dome.jpg")).blob();
      const images = Array.from({ length: 20 }, (_, i) => ({
        image: i % 7 === 3 ? photo.slice(0, photo.size / 2) : photo,
      }));
      const client = new Client("", "resnet50", "classify_top1");
      const outcomes: string[] = [];
      for await (const { index, outcome } of client.inferMany(images, { maxBatchCount: 5 })) {
        outcomes[index] = isError(outcome) ? outcome.kind : String(outcome.label);
      }
      return outcomes;
    }, undefined);
    expect(found).toEqual(Array.from({ length: 20 }, (_, i) => (i % 7 === 3 ? "model-failed" : "dome")));
  });

  it("a deadline ends a call that takes longer, and an abort ends one that nobody wants any more", async () => {
    const ends = await evaluate(async () => {
      const { Client, float32, isError } = globalThis.serving;
      const client = new Client("", "slow", "wait");
      const late = await client.infer({ seconds: float32(3) }, { timeoutMs: 300 });
      const controller = new AbortController();
      const unwanted = client.infer({ seconds: float32(3) }, { signal: controller.signal });
      setTimeout(() => controller.abort(), 100);
      const thrown = await unwanted.catch((error: Error) => error.name);
      return [isError(late) && late.kind, thrown];
    }, undefined);
    expect(ends).toEqual(["timeout", "AbortError"]);
  });

  it("probe finds all well, and names what is not there", async () => {
    const found = await evaluate(async () => {
      const { Client } = globalThis.serving;
      const probe = (servable: string, method: string, version = 0) =>
        new Client("", servable, method, { version }).probe();
      const good = await probe("add", "add_common");
      const others = await Promise.all([
        probe("add", "add_common2"),
        probe("sub", "add_common"),
        probe("add", "add_common", 3),
      ]);
      return { good, kinds: others.map(({ error }) => error?.kind) };
    }, undefined);
    expect(found).toEqual({
      good: {
        proxy: true,
        worker: true,
        release: { from: "1.5", to: "2.0" },
        servable: true,
        method: true,
        inputs: ["x1", "x2"],
        // Earlier tests' calls through this page.
        lastCall: { answered: true, at: expect.any(Number) },
      },
      kinds: ["method-not-available", "servable-not-available", "servable-not-available"],
    });
  });
}
