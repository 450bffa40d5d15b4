/** What the real Serving refuses, as a page is told: the whole call, or one instance beside its good neighbours. */

import { expect, it } from "vitest";
import { throughBoth } from "./page.ts";
import type {} from "./page-module.ts";

const GOOD = { y: "Tensor array([[2., 4.], [6., 8.]], dtype=float32)" };

throughBoth("errors", ({ evaluate }) => {
  /** `add_common` of some instances, each given by what is wrong with it. */
  const add = (wrong: ("" | "x2 is missing" | "x2 has 3" | "x2 has 2" | "x1 is text" | "x3 too")[]) =>
    evaluate(async (wrong) => {
      const { Client, tensor } = globalThis.serving;
      const x = tensor([1, 2, 3, 4], "float32", [2, 2]);
      const instances = wrong.map((what) => {
        if (what === "x2 is missing") return { x1: x };
        if (what === "x3 too") return { x1: x, x2: x, x3: x };
        if (what === "x1 is text") return { x1: "1", x2: x };
        return { x1: x, x2: what === "" ? x : tensor(Array(Number(what.at(-1))).fill(1)) };
      });
      return shown(await new Client("", "add", "add_common").infer(instances));
    }, wrong);
  const size = (input: number, bytes: number) => ({
    error: `Given model input ${input} size ${bytes} not match the size 16 defined in model`,
    code: 2,
    kind: "invalid-input",
  });

  it("an input that is missing in one instance fails the whole call, which names it", async () => {
    expect(await add(["", "x2 is missing"])).toEqual({
      error: "Cannot find input x2 in instance input , servable add, method add_common",
      code: 2,
      kind: "invalid-input",
    });
  });

  it("an input too many is no matter", async () => {
    expect(await add(["x3 too"])).toEqual([GOOD]);
  });

  it("a wrong size and a text where a tensor is due fail their own instances", async () => {
    expect(await add(["", "x2 has 3", "", "x1 is text", ""])).toEqual([
      GOOD,
      size(1, 12),
      GOOD,
      size(0, 0),
      GOOD,
    ]);
  });

  it("two instances that fail alike are the whole call's error, two that differ are each their own", async () => {
    expect(await add(["x2 has 3", "x2 has 3"])).toEqual(size(1, 12));
    expect(await add(["x2 has 3", "x2 has 2"])).toEqual([size(1, 12), size(1, 8)]);
  });

  it.each([
    ["echo", "fail_pre", "a", "Call Preprocess Failed, method: 'fail_pre', stage index(begin with 1): 1"],
    ["echo", "fail_post", "a", "Call Postprocess Failed, method: 'fail_post', stage index(begin with 1): 2"],
    [
      "faulty",
      "fail_one",
      "x",
      "Call Function 'faulty.twice' Failed, method: 'fail_one', stage index(begin with 1): 1",
    ],
    [
      "faulty",
      "fail_yield",
      "x",
      "Call Function 'faulty.twice_yielding' Failed, method: 'fail_yield', stage index(begin with 1): 1",
    ],
  ])("a stage of %s.%s that raises for one instance fails it alone, with Python's text", async (...words) => {
    const [servable, method, input, where] = words;
    const back = await evaluate(
      async ([servable, method, input]) => {
        const instances = [12, 13, 14].map((n) => ({ [input]: serving.int64(n) }));
        return shown(await new serving.Client("", servable, method).infer(instances));
      },
      [servable, method, input] as const,
    );
    const failed = { error: `${where}, error msg: 13 is not welcome`, code: 3, kind: "model-failed" };
    expect(back).toEqual([
      expect.not.objectContaining({ error: expect.anything() }),
      failed,
      expect.anything(),
    ]);
    expect((back as object[])[2]).not.toHaveProperty("error");
  });

  it("a servable and a version that do not run are the whole call's error", async () => {
    const back = await evaluate(async () => {
      const { Client } = globalThis.serving;
      return [
        shown(await new Client("", "nobody", "add_common").infer({ x1: 1 })),
        shown(await new Client("", "add", "add_common2", { version: 2 }).infer({ x1: 1 })),
      ];
    }, undefined);
    expect(back).toEqual([
      {
        error: "Request servable(nobody) method(add_common) , servable is not available",
        code: 2,
        kind: "servable-not-available",
      },
      {
        error: "Request servable(add) method(add_common2)  version(2) , method is not available",
        code: 2,
        kind: "method-not-available",
      },
    ]);
  });
});
