/** The commands `signature` and `types`, as they are run. */

import { readdirSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { askServing } from "../../src/cli/signature/ask-serving.ts";
import { readServable } from "../../src/cli/signature/servable-file.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { directoryOf, freePort, startBridge } from "../bridge/parts.ts";
import { runMain } from "./run-main.ts";

const HEAD = "from mindspore_serving.server import register\n";
const METHOD = '@register.register_method(output_names=["y"])\n';

describe("signature", () => {
  it("prints JSON alone, and says on standard error what it can't know", async () => {
    const { code, out, err } = await runMain(
      "signature",
      "src/serving/servables/resnet50/servable_config.py",
    );
    const { servable, methods } = JSON.parse(out);
    expect({ code, servable }).toEqual({ code: 0, servable: "resnet50" });
    expect(methods.classify_top5).toEqual({
      inputs: { image: { kind: "image" } },
      outputs: { label: { kind: "string" }, score: { kind: "tensor" } },
    });
    expect(err).toContain(
      "src/serving/servables/resnet50/servable_config.py:77:5: classify_top5: the file does not tell all of output score (dtype, shape); what it does not tell is left out.\n",
    );
  });

  it("takes a servable's folder, whose name is the servable's, and reads other files of it", async () => {
    const folder = await directoryOf({
      "own/servable_config.py": `${HEAD}from . import names\nfrom shared.pictures import preprocess\n${METHOD.replace('["y"]', "names.OUT")}def m(x):\n    return register.add_stage(preprocess, x, outputs_count=1)\n`,
      "own/names.py": 'OUT = "label"\n',
      "shared/pictures.py": "import cv2\ndef preprocess(image):\n    return cv2.imdecode(image, 1)\n",
    });
    const { out } = await runMain("signature", `${folder}/own`, "--json");
    expect(JSON.parse(out)).toEqual({
      signature: 1,
      servable: "own",
      methods: { m: { inputs: { x: { kind: "image" } }, outputs: { label: {} } } },
    });
    expect(
      JSON.parse((await runMain("signature", `${folder}/own`, "--servable", "other")).out).servable,
    ).toBe("other");
  });

  it("tells a mistake with file, line and column, and prints nothing else", async () => {
    const folder = await directoryOf({
      "own/servable_config.py": `${HEAD}${METHOD}def m(x:\n    return x\n`,
    });
    const path = `${folder}/own/servable_config.py`;
    expect(await runMain("signature", path)).toEqual({
      code: 2,
      out: "",
      err: `${path}:3:9: this can't be read as Python: mend it first\n`,
    });
  });

  const mistakes: [words: string[], error: RegExp][] = [
    [[], /^give one FILE, such as servable_config\.py\.$/m],
    [["a", "b", "--servable", "c"], /^--servable is the name of one: give one FILE\./],
    [["missing.py"], /^missing\.py is not there: give the path of a file or folder/],
    [["--prob", "x"], /--prob.*--help lists the options\./],
    [["package.json"], /^package\.json: .* has no meaning: the signature may have/],
  ];
  it.each(mistakes)("%j is a mistake that is told in a sentence", async (words, error) => {
    const { code, out, err } = await runMain("signature", ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(error);
    expect(err).not.toContain("    at ");
  });
});

describe("several servables", () => {
  const FILES = {
    "a/servable_config.py": `${HEAD}${METHOD}def m(x):\n    return x\n`,
    "b/b.signature.json": '{ "signature": 1, "servable": "b", "methods": {} }',
  };
  const listed = (out: string) => JSON.parse(out).map(({ servable }: { servable: string }) => servable);

  it("are printed as a list, such as the page's signatures.json is; one with --list", async () => {
    const folder = await directoryOf(FILES);
    const ofFolder = await runMain("signature", folder);
    expect([ofFolder.code, listed(ofFolder.out)]).toEqual([0, ["a", "b"]]);
    const ofFiles = await runMain("signature", `${folder}/b`, `${folder}/a/servable_config.py`);
    expect(listed(ofFiles.out)).toEqual(["b", "a"]);
    expect(listed((await runMain("signature", `${folder}/b`, "--list")).out)).toEqual(["b"]);
    expect(JSON.parse((await runMain("signature", `${folder}/b`)).out).servable).toBe("b");
  });

  it("are too many for types", async () => {
    const folder = await directoryOf(FILES);
    expect(await runMain("types", folder)).toEqual({
      code: 2,
      out: "",
      err: `${folder} has 2 servables, a, b: give the file or folder of one.\n`,
    });
  });
});

describe("types", () => {
  const DIGITS = "src/serving/servables/digits/servable_config.py";

  it("prints the module alone, of a file or of the signature that the other command printed", async () => {
    const { code, out } = await runMain("types", DIGITS);
    expect(code).toBe(0);
    expect(out).toContain("export type ClassifyTop1Input = {\n  image: ImageInput;\n};");
    expect(out).toContain('export type ClassifyTop1Output = {\n  label: Element<"int64">;\n};');
    expect(out).toContain("export class Digits {");
    const { out: json } = await runMain("signature", DIGITS);
    const folder = await directoryOf({ "digits.json": json });
    const fromJson = await runMain("types", `${folder}/digits.json`);
    expect(fromJson.out.replace("digits.json", "servable_config.py")).toBe(out);
    expect(fromJson.err).toBe("");
  });
});

describe("--probe", () => {
  /** Of a bridge in front of a demo worker. */
  const serving = async () => {
    const worker = await startDemoServing({ port: 0 });
    onTestFinished(() => worker.close());
    return (await startBridge(worker.address)).url;
  };
  const FILE = {
    "add/servable_config.py": `${HEAD}from elsewhere import add_cast
@register.register_method("y")
def add_common(x1, x2): return x1
register.register_method("y")(add_cast)
@register.register_method("y")
def add_three(x1, x2, x3): return x1
`,
  };

  it("asks Serving for inputs that the file does not tell, and for methods that it has not", async () => {
    const [folder, address] = [await directoryOf(FILE), await serving()];
    const { code, out, err } = await runMain("signature", `${folder}/add`, "--probe", address);
    expect({ code, inputs: JSON.parse(out).methods.add_cast.inputs }).toEqual({
      code: 0,
      inputs: { x1: {}, x2: {} },
    });
    expect(err).toContain(`the inputs of add_cast are those that ${address} told: x1, x2.\n`);
    expect(err).toContain(`${address} has no method add_three: it may run another version of the file.\n`);
    expect(err).not.toMatch(/^add_common/m);
  });

  it("says where the two differ", async () => {
    const text = FILE["add/servable_config.py"].replace("add_common(x1, x2)", "add_common(x1, z)");
    const [folder, address] = [await directoryOf({ "add/servable_config.py": text }), await serving()];
    const { err } = await runMain("signature", `${folder}/add`, "--probe", address);
    expect(err).toContain(
      `add_common has the inputs x1, x2 at ${address}, but x1, z in the file: it may run another version of it.\n`,
    );
    const stranger = await runMain("signature", `${folder}/add`, "--servable", "nobody", "--probe", address);
    expect(stranger.err).toContain(`${address} has no servable nobody: the signature is the file's alone.\n`);
  });

  it("finds the names that are read of this repo's servables at a Serving that has them", async () => {
    const address = await serving();
    const folders = readdirSync("src/serving/servables");
    const told = folders.map((folder) =>
      askServing({ ...readServable(`src/serving/servables/${folder}`), notes: [] }, address),
    );
    // Without a model the demo worker has no resnet50.
    expect((await Promise.all(told)).flatMap(({ notes }) => notes)).toEqual([
      `${address} has no servable resnet50: the signature is the file's alone.`,
    ]);
  });

  it("fails where nobody answers", async () => {
    const folder = await directoryOf(FILE);
    const { code, out, err } = await runMain(
      "signature",
      `${folder}/add`,
      "--probe",
      `http://127.0.0.1:${await freePort()}`,
    );
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^http:\/\/127\.0\.0\.1:\d+ has no Serving to ask: /);
  });
});
