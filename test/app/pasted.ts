/** Calls as the app writes code for them, and the code compiled as a project of somebody else's would. */

import ts from "typescript";
import type { CodeRequest } from "../../src/app/code/code-request.ts";
import * as client from "../../src/client/index.ts";

const { bool, float16, int64, tensor } = client;

const proxy = { address: "http://localhost:8080", elements: "http://localhost:8080/elements.js" };

/** Of the page Classify, with its settings as they are at first. */
export const photo: CodeRequest = {
  ...proxy,
  servable: "resnet50",
  method: "classify_top5",
  timeoutMs: 120_000,
  instances: [{ image: new File([], "photo.jpg") }],
  photos: {},
};

/** One value of each kind that a client takes. */
export const everything: CodeRequest = {
  ...photo,
  version: "18446744073709551615",
  timeoutMs: 5000,
  metadata: { authorization: "Bearer secret", "x-user": "secret" },
  instances: [
    {
      matrix: tensor([
        [1, -0],
        [Number.NaN, Number.NEGATIVE_INFINITY],
      ]),
      ids: tensor([[1n, -2n]], "int64"),
      flags: tensor([true, false]),
      scalar: tensor([5], "int32", []),
      none: tensor([], "float32", [0, 3]),
      picture: new client.Tensor("float32", new Float32Array(3 * 32 * 32), [3, 32, 32]),
      "odd name": 'text with "quotes", </script> and 中文',
      count: int64(7n),
      half: float16(0.5),
      yes: bool(true),
      number: 1.5,
      truth: true,
      big: 2n ** 63n,
      bytes: new Uint8Array([1, 2, 255]),
      floats: new Float32Array([0.5, 1]),
      file: new File(["x"], "it's.jpg"),
    },
    { x: 1 },
  ],
};

/** One instance of a file and other inputs, with names that are no names in JavaScript, HTML or a template. */
export const mixed: CodeRequest = {
  ...proxy,
  servable: "echo",
  method: "same",
  instances: [
    { "a`${b}\"<i>'": new File(["x"], "x.bin"), class: "text", ids: tensor([[2n ** 53n + 1n]], "int64") },
  ],
};

/**
 * What a strict project's compiler says of files of such a name and text; one of `.tsx` is React's.
 * @returns a line for each complaint; empty when it compiles
 */
export function complaintsOf(sources: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    noEmit: true,
    jsx: ts.JsxEmit.ReactJSX,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    paths: {
      "mindspore-serving-web": ["./src/client/index.ts"],
      "mindspore-serving-web/image": ["./src/image/index.ts"],
      "mindspore-serving-web/signature": ["./src/signature/index.ts"],
    },
  };
  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram([...sources.keys()], options, {
    ...disk,
    fileExists: (name) => sources.has(name) || disk.fileExists(name),
    getSourceFile: (name, ...rest) =>
      sources.has(name)
        ? ts.createSourceFile(name, sources.get(name)!, ts.ScriptTarget.ES2022, true)
        : disk.getSourceFile(name, ...rest),
  });
  return [...sources.keys()]
    .flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
}
