/** The servable of docs/signature.md, run by the real Serving. */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readServables } from "../../src/cli/signature/servable-file.ts";
import { prepareEnvironment } from "../../src/serving/environment.ts";
import { findPython } from "../../src/serving/python.ts";
import { prepareServables } from "../../src/serving/servables.ts";
import { startServing } from "../../src/serving/serving-process.ts";
import { freePort, startBridge } from "../bridge/parts.ts";
import { readDocument } from "../docs/markdown.ts";
import { expectHeld } from "../signature/held.ts";
import { howToGetServing, skipWithoutServing } from "./serving.ts";

describe.skipIf(skipWithoutServing)(`the servable of docs/signature.md${howToGetServing}`, () => {
  it("runs in the real Serving, which takes and gives what its signature says", async () => {
    const environment = await prepareEnvironment(await findPython(false), console.log);
    const models = join(await prepareServables(environment, console.log), "resnet50");
    const folder = await mkdtemp(join(tmpdir(), "signature-page-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const servables = join(folder, "servables");
    const own = join(servables, "resnet50");
    await mkdir(join(own, "1"), { recursive: true });
    const { code } = readDocument("docs/signature.md").blocks.find(({ language }) => language === "python")!;
    await writeFile(join(own, "servable_config.py"), code);
    await cp(join(models, "labels.json"), join(own, "labels.json"));
    // Another model of as many labels, which takes pixels of the same shape.
    await cp(join(models, "1/efficientnet_b0.mindir"), join(own, "1/resnet50.mindir"));

    const address = `127.0.0.1:${await freePort()}`;
    const runFolder = join(folder, "run");
    const serving = await startServing({ environment, servables, only: ["resnet50"], address, runFolder });
    onTestFinished(() => serving.close());
    const { signature } = readServables([servables])[0]!;
    expect(Object.keys(signature.methods)).toEqual(["classify_top5", "classify_pixels_top5"]);
    const { url } = await startBridge(address);
    await expectHeld(signature, url, await readFile("dist/app/samples/panda.jpg"));
  });
});
