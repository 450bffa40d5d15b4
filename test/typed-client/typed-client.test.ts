/** A signature as TypeScript: names that are none in TypeScript, and that the compiler takes all of it. */

import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { complaintsOf, programOf } from "./compiled.ts";
import { generated } from "./generated.ts";

const FOLDER = ".cache/typed-client";

/** Files that are compiled together, under a page's strict settings. */
class Project {
  readonly #paths = new Map<string, string>();
  #program: ts.Program | undefined;

  add(name: string, servable: string, methods: object): void {
    mkdirSync(FOLDER, { recursive: true });
    const path = resolve(`${FOLDER}/${name.replaceAll(/\W+/g, "-")}.ts`);
    const json = JSON.stringify({ signature: 1, servable, methods });
    writeFileSync(path, generated(json, "a test", "../../src"));
    this.#paths.set(name, path);
  }

  /** What the compiler says of a file, the names that it exports, and those of its methods. */
  compiled(name: string) {
    this.#program ??= programOf([...this.#paths.values()]);
    const file = this.#program.getSourceFile(this.#paths.get(name)!)!;
    const checker = this.#program.getTypeChecker();
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(file)!);
    const object = exported.find(({ flags }) => flags & ts.SymbolFlags.Variable)!;
    return {
      complaints: complaintsOf(this.#program, this.#paths.get(name)!),
      exports: exported.map((symbol) => symbol.name),
      methods: checker
        .getTypeOfSymbol(object)
        .getProperties()
        .map((symbol) => symbol.name),
    };
  }
}

const project = new Project();

describe("names", () => {
  const value = { inputs: { image: { kind: "image" } }, outputs: { label: { kind: "string" } } };
  const cases: [name: string, servable: string, methods: string[], exports: string[], members: string[]][] = [
    ["a snake", "res_net50", ["classify_top5"], ["resNet50", "ResNet50"], ["classifyTop5"]],
    ["Chinese", "图片分类", ["分类"], ["图片分类", "图片分类Client"], ["分类"]],
    ["a hyphen and a dot", "my-model.v2", ["a b"], ["myModelV2", "MyModelV2"], ["aB"]],
    ["a digit first", "3d", ["2_x"], ["_3d", "_3dClient"], ["_2X"]],
    ["a capital", "OCR", ["Predict"], ["OCR", "OCRClient"], ["predict"]],
    ["underscores", "__model__", ["_predict", "__"], ["model", "Model"], ["predict", "_"]],
    [
      "reserved words",
      "class",
      ["delete", "new", "default"],
      ["class_", "Class"],
      ["delete", "new", "default"],
    ],
    ["a name of the library's", "client", ["tensor"], ["client", "ClientClient"], ["tensor"]],
    ["a name of this file's", "signature", ["checked"], ["signatureMethods", "SignatureClient"], ["checked"]],
    ["members that no class may have", "a", ["constructor", "then"], ["a", "A"], ["constructor_", "then_"]],
    ["the same in camel case", "a", ["add_two", "addTwo"], ["a", "A"], ["add_two", "addTwo"]],
    ["a prototype", "a", ["__proto__"], ["a", "A"], ["proto"]],
    ["a type that is the class's", "add_input", ["add"], ["addInput", "AddInput"], ["add"]],
    ["quotes", 'a"b', ['c"d'], ["aB", "AB"], ["cD"]],
    ["no name at all", "?", ["!"], ["_", "_Client"], ["_"]],
  ];
  for (const [name, servable, methods] of cases) {
    project.add(name, servable, Object.fromEntries(methods.map((method) => [method, value])));
  }
  it.each(cases)("%s", (name, _, methods, exports, members) => {
    const found = project.compiled(name);
    expect(found.complaints).toEqual([]);
    expect(found.exports).toEqual(expect.arrayContaining(exports));
    expect(new Set(found.exports).size).toBe(2 + 2 * methods.length);
    expect(found.methods.map((member) => member.replace(/^__@/, ""))).toEqual(members);
  });
});

describe("values", () => {
  const names = ["class", "a-b", "图片", "__proto__", 'q"', "then", "0", "a*/b"];
  const values = names.map((name) => `${JSON.stringify(name)}: {"kind": "string", "doc": "*/ of it"}`);
  project.add("names of values", "a", JSON.parse(`{"m": {"inputs": {${values}}, "outputs": {${values}}}}`));
  it("inputs and outputs keep their names", () => {
    expect(project.compiled("names of values").complaints).toEqual([]);
  });

  const doc = "First.\n\n  * two */ export const x = 5; /*\r\nthree\u2028four";
  project.add("docs", "a", { m: { doc, inputs: { x: { doc } } } });
  it("docs of several lines, and of anything, are comments", () => {
    expect(project.compiled("docs")).toMatchObject({
      complaints: [],
      exports: expect.not.arrayContaining(["x"]),
    });
  });
});

it("a servable without methods is refused", () => {
  expect(() => generated('{"signature": 1, "servable": "a", "methods": {}}', "a test", "")).toThrow(
    "the signature of a has no methods: there is nothing to call",
  );
});
