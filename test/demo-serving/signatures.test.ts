/** The demo worker's own signatures, which `npm start` gives the page, beside what it takes and gives. */

import { readFile } from "node:fs/promises";
import { expect, it, onTestFinished } from "vitest";
import { demoSignatures } from "../../src/cli/parts/own-signatures.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { RELEASES } from "../../src/demo-serving/protocol/release.ts";
import { samples } from "../../src/samples/index.ts";
import { readSignature } from "../../src/signature/index.ts";
import { startBridge } from "../bridge/parts.ts";
import { expectHeld } from "../signature/held.ts";
import { fakeClassifier } from "./fake-classifier.ts";

async function started(
  release: string,
  classifier = fakeClassifier() as Awaited<ReturnType<typeof loadClassifier>>,
) {
  const worker = await startDemoServing({ port: 0, release, classifier });
  onTestFinished(() => worker.close());
  return { worker, signatures: demoSignatures(worker.methods, classifier.input) };
}

it.each(RELEASES)(
  "they are of all methods that a worker of release %s has, and of no other",
  async (release) => {
    const { worker, signatures } = await started(release);
    const methods = signatures.map(({ servable, methods }) => [servable, Object.keys(methods)]);
    expect(new Map(methods as [string, string[]][])).toEqual(worker.methods);
    for (const signature of signatures) expect(readSignature(JSON.stringify(signature))).toEqual(signature);
  },
);

it("they say of each method what it does, and those of add have an example", async () => {
  const { signatures } = await started("2.0");
  const without = signatures.flatMap(({ servable, methods }) =>
    Object.entries(methods)
      .filter(([, { doc, examples = [] }]) => !doc || (servable.startsWith("add") && examples.length === 0))
      .map(([name]) => `${servable}.${name}`),
  );
  expect(without).toEqual([]);
});

it("the pixels have the shape that its model takes", async () => {
  const { signatures } = await started("2.0");
  const { methods } = signatures.find(({ servable }) => servable === "resnet50")!;
  expect(methods.classify_pixels_top5!.inputs).toEqual({
    pixels: expect.objectContaining({ dtype: "float32", shape: [3, 1, 1] }),
  });
});

it.each(["1.1", "2.0"])("the worker takes and gives what they say: release %s", async (release) => {
  const classifier = await loadClassifier();
  onTestFinished(() => classifier.close());
  const { worker, signatures } = await started(release, classifier);
  const { url } = await startBridge(worker.address);
  const [sample] = samples;
  const photo = await readFile(`node_modules/${sample!.package}/${sample!.pathInPackage}`);
  for (const signature of signatures) await expectHeld(signature, url, photo);
});
