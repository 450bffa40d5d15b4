/** What is made of this repo's servable_config.py files alone, at the real Serving that runs them. */

import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { askServing } from "../../src/cli/signature/ask-serving.ts";
import { readServable } from "../../src/cli/signature/servable-file.ts";
import { samples } from "../../src/samples/index.ts";
import { SERVABLES, servableNames } from "../../src/serving/servables.ts";
import { directoryOf, startBridge } from "../bridge/parts.ts";
import { complaintsOf, programOf } from "../typed-client/compiled.ts";
import { generated } from "../typed-client/generated.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

const FOLDER = resolve(".cache/typed-client/real");

/** A page's code, which takes the outputs for what their types say. */
const CALLS = `
import { isError, tensor, unwrap } from "../../../src/client/index.ts";
import { Add } from "./add.ts";
import { AddSub } from "./add_sub.ts";
import { Bulk } from "./bulk.ts";
import { Digits } from "./digits.ts";
import { Echo } from "./echo.ts";
import { Faulty } from "./faulty.ts";
import { Resnet50 } from "./resnet50.ts";
import { Slow } from "./slow.ts";
import { Subgraphs } from "./subgraphs.ts";

const rows = (count: number) => tensor(Array.from({ length: count }, () => Array<number>(96).fill(1)));

export async function called(address: string, photo: Blob) {
  const twos = tensor([[2, 2], [2, 2]]);
  const types = unwrap(await new Echo(address).types({ a: 1 }));
  const top5 = unwrap(await new Resnet50(address).classifyTop5({ image: photo }));
  const { label: digit } = unwrap(await new Digits(address).classifyTop1({ image: photo }));
  const { y: zeros } = unwrap(await new Bulk(address).zeros({ n: 3 }));
  return {
    sum: String(unwrap(await new Add(address).addCommon({ x1: twos, x2: twos })).y),
    difference: String(unwrap(await new AddSub(address).addSubOnlyModel({ x1: twos, x2: twos, x3: twos })).y),
    zeros: [zeros.dtype, zeros.shape, zeros.data.every((one) => one === 0)],
    digit: digit >= 0n && digit <= 9n,
    types: [types.i + 1n, types.f + 1, types.b && !types.nb, types.s.length, types.y.length, types.f32.toFixed(1), types.e.shape],
    label: top5.label.split(";")[0],
    scores: [...top5.score.shape],
    twice: String(unwrap(await new Faulty(address).failOne({ x: 4 })).y),
    slept: String(unwrap(await new Slow(address).wait({ seconds: 0 })).seconds),
    rows: !isError(await new Subgraphs(address).predict({ x: rows(128), y: rows(8) })),
  };
}
`;

describe.skipIf(skipWithoutServing)(`typed clients of this repo's servables${howToGetServing}`, () => {
  it("compile, and their calls give what their types say", async () => {
    mkdirSync(FOLDER, { recursive: true });
    const files = (await servableNames()).map((name) => {
      const { signature } = readServable(`${SERVABLES}/${name}/servable_config.py`);
      const text = generated(JSON.stringify(signature), "servable_config.py", "../../../src");
      return [`${FOLDER}/${name}.ts`, text] as const;
    });
    const calls = `${FOLDER}/calls.ts`;
    for (const [path, text] of [...files, [calls, CALLS] as const]) writeFileSync(path, text);
    const paths = [...files.map(([path]) => path), calls];
    const program = programOf(paths);
    expect(paths.flatMap((path) => complaintsOf(program, path))).toEqual([]);

    const { url } = await startBridge(servingAddress);
    const [sample] = samples;
    const photo = new Blob([await readFile(`node_modules/${sample!.package}/${sample!.pathInPackage}`)]);
    const { called } = await import(calls);
    expect(await called(url, photo)).toEqual({
      sum: "array([[4., 4.], [4., 4.]], dtype=float32)",
      difference: "array([[2., 2.], [2., 2.]], dtype=float32)",
      zeros: ["float32", [3], true],
      digit: true,
      types: [6n, 2.5, false, 5, 2, "2.5", [0, 3]],
      label: "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca",
      scores: [5],
      twice: "array([8.], dtype=float32)",
      slept: "array([0.], dtype=float32)",
      rows: true,
    });
  });
});

describe.skipIf(skipWithoutServing)(`--probe at the real Serving${howToGetServing}`, () => {
  it("fills in the inputs of a method whose function can't be read, and says so", async () => {
    const text = `from mindspore_serving.server import register
from elsewhere import add_cast

@register.register_method("y")
def add_common(x1, x2):
    return register.add_stage(model, x1, x2, outputs_count=1)

register.register_method("y")(add_cast)
`;
    const folder = await directoryOf({ "add/servable_config.py": text });
    const read = readServable(`${folder}/add`);
    expect(read.signature.methods.add_cast).toEqual({ outputs: { y: {} } });
    const { url } = await startBridge(servingAddress);
    const { signature, notes } = await askServing(read, url);
    expect(signature.methods.add_cast).toEqual({ inputs: { x1: {}, x2: {} }, outputs: { y: {} } });
    expect(notes).toContain(`the inputs of add_cast are those that ${url} told: x1, x2.`);
  });
});
