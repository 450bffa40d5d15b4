/**
 * The real Python client at the real Serving, and at the demo worker as each release: the tutorial's programs, every
 * kind of value, and what is refused.
 */

import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { askByPython, type Outcomes } from "./python-client.ts";
import { howToGetServing, pageFolder, servingAddress, skipWithoutServing } from "./serving.ts";

/** What the tutorial prints for its programs of `add`. */
const TUTORIAL: Outcomes = {
  "the three instances of add_common":
    "[{'y': array([[2., 2.], [2., 2.]], dtype=float32)}, {'y': array([[4., 4.], [4., 4.]], dtype=float32)}, {'y': array([[6., 6.], [6., 6.]], dtype=float32)}]",
  add_common2: "{'error': 'Request servable(add) method(add_common2) , method is not available'}",
  "int32 in instance 2":
    "[{'y': array([[2., 2.], [2., 2.]], dtype=float32)}, {'error': 'Given model input 1 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model'}, {'y': array([[6., 6.], [6., 6.]], dtype=float32)}]",
};

/** How releases before 1.5 say that a function failed, without a word of its own. */
const inFewWords = (outcome: string) =>
  outcome.replace(
    /"Call (Preprocess|Postprocess|Function '[^']+') Failed, [^"]*"/g,
    (_, phase) => `'${phase === "Postprocess" ? phase : "Preprocess"} Failed'`,
  );

/** Releases before 1.3 answer each instance, also where all failed alike. */
const ALIKE = "two that fail alike";

/** What release 1.1 says of arrays without elements. */
const refused = (shape: string) =>
  `{'error': 'Instances input a check failed, detail: Tensor check failed: input  shape ${shape} invalid'}`;

describe.skipIf(skipWithoutServing)(`the real Python client${howToGetServing}`, () => {
  let photos: string;
  let classifier: Classifier;
  let real: Outcomes;

  beforeAll(async () => {
    photos = await mkdtemp(join(tmpdir(), "test_image-"));
    for (const name of ["dome.jpg", "panda.jpg"]) {
      await copyFile(join(pageFolder, "samples", name), join(photos, name));
    }
    await writeFile(join(photos, "notes.txt"), "This is no photo.");
    classifier = await loadClassifier();
    real = await askByPython(servingAddress, photos);
  });
  afterAll(async () => {
    classifier?.close();
    await rm(photos, { recursive: true, force: true });
  });

  /** The same of the demo worker. */
  async function askDemo(release: string, instancesField = 2): Promise<Outcomes> {
    const worker = await startDemoServing({ port: 0, release, classifier });
    try {
      return await askByPython(worker.address, photos, instancesField);
    } finally {
      await worker.close();
    }
  }

  it("the real Serving gives it what the tutorial prints", () => {
    expect(real).toMatchObject(TUTORIAL);
    expect(Object.keys(real).length).toBeGreaterThan(70);
  });

  it("the real Serving gives it the label of each photo in a folder, and the error of what is none", () => {
    expect(real["a folder of photos"]).toMatch(
      /^\[{'label': 'dome'}, {'error': "Call Function 'resnet50\.preprocess_eager' Failed, .*"}, {'label': 'giant panda, .*'}\]$/,
    );
  });

  it("the real Serving answers pixels that mindspore.dataset made on the caller's side as it does the file", () => {
    expect(real["dome as a file and as pixels"]).toMatch(/^\['dome;radio telescope, .*', True, True\]$/);
    expect(real["panda as a file and as pixels"]).toMatch(/^\['giant panda, .*', True, True\]$/);
  });

  it.each(["1.5", "2.0"])(
    "a demo worker of release %s answers it as the real one does, every case",
    async (release) => {
      expect(await askDemo(release)).toEqual(real);
    },
  );

  it("a demo worker of release 1.3 does so too, in fewer words where a function fails", async () => {
    const expected = Object.entries(real).map(([name, outcome]) => [name, inFewWords(outcome)]);
    expect(await askDemo("1.3")).toEqual(Object.fromEntries(expected));
  });

  it.each(["1.1", "1.2"])(
    "a demo worker of release %s does so where instances are where it looks, and answers each that fails",
    async (release) => {
      const expected = Object.fromEntries(
        Object.entries(real).map(([name, outcome]) => [name, inFewWords(outcome)]),
      );
      expected[ALIKE] = `[${real[ALIKE]}, ${real[ALIKE]}]`;
      if (release === "1.1") {
        expected["echo of array without elements"] = refused("[0]");
        expected["echo of array of shape (2, 0)"] = refused("[2, 0]");
      }
      expect(await askDemo(release, 3)).toEqual(expected);
    },
  );

  it.each([
    ["1.1", "{'error': 'Input instances count is 0'}"],
    ["1.2", "{'error': 'Instances count of request cannot be 0, servable: add, method: add_common'}"],
  ])(
    "a demo worker of release %s sees no instances of a client of 2.0, and says so",
    async (release, text) => {
      expect((await askDemo(release))["the three instances of add_common"]).toBe(text);
    },
  );
});
