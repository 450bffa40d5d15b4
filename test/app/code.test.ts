import { spawnSync } from "node:child_process";
import ts from "typescript";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { codeFor } from "../../src/app/code/code-for.ts";
import type { CodeRequest } from "../../src/app/code/code-request.ts";
import * as client from "../../src/client/index.ts";

const { bool, float16, int64, tensor } = client;

const photo: CodeRequest = {
  address: "http://localhost:8080",
  servable: "resnet50",
  method: "classify_top5",
  instances: [{ image: new File(["x"], "panda.jpg") }],
};

/** One value of each kind that a client takes. */
const everything: CodeRequest = {
  ...photo,
  version: "18446744073709551615",
  timeoutMs: 5000,
  metadata: { authorization: "Bearer secret" },
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

/** Runs the code with a client that only notes what it is given. */
async function run(code: string, globals: Record<string, unknown> = {}) {
  const infer = vi.fn(async (instances: Iterable<unknown>) => Array.from(instances, () => ({ label: "ox" })));
  const Client = vi.fn(function (this: { infer: unknown }) {
    this.infer = infer;
  });
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const body = outputText.replace(
    /import \{ (.*) \} from "mindspore-serving-web";/,
    "const { $1 } = library;",
  );
  const names = ["library", "console", ...Object.keys(globals)];
  const log = vi.fn();
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction(...names, body)({ ...client, Client }, { log }, ...Object.values(globals));
  return { Client, instances: [...(infer.mock.calls[0]![0] as Iterable<Record<string, unknown>>)], log };
}

describe("TypeScript", () => {
  it("classifies the files that a person has chosen", async () => {
    const files = [new File(["a"], "a.jpg"), new File(["b"], "b.jpg")];
    const document = { querySelector: () => ({ files }) };
    const { Client, instances, log } = await run(codeFor(photo).typescript, { document });
    expect(Client.mock.calls[0]).toEqual(["http://localhost:8080", "resnet50", "classify_top5"]);
    expect(instances).toEqual(files.map((image) => ({ image })));
    expect(log.mock.calls).toEqual([[{ label: "ox" }], [{ label: "ox" }]]);
  });

  it("makes the very values of any other call, and leaves secrets out", async () => {
    const blob = new Blob(["x"]);
    const fetch = vi.fn(async () => ({ blob: async () => blob }));
    const code = codeFor(everything).typescript;
    const { Client, instances } = await run(code, { fetch });
    expect(code).not.toContain("secret");
    expect(Client.mock.calls[0]).toEqual([
      "http://localhost:8080",
      "resnet50",
      "classify_top5",
      { version: 2n ** 64n - 1n, timeoutMs: 5000, metadata: { authorization: "…" } },
    ]);
    expect(fetch.mock.calls).toEqual([["it's.jpg"]]);
    expect(instances).toEqual([{ ...everything.instances[0], file: blob }, { x: 1 }]);
  });

  it("has the types that the client takes", () => {
    const sources = new Map(
      [photo, everything].map((request, i) => {
        const code = codeFor(request).typescript;
        return [`code-${i}.ts`, code.replace('"mindspore-serving-web"', '"./src/client/index.ts"')];
      }),
    );
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      types: [],
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
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
    const complaints = [...sources.keys()]
      .flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(complaints).toEqual([]);
  });
});

describe("Python", () => {
  let python = false;
  beforeAll(() => {
    python = spawnSync("python3", ["--version"]).status === 0;
  });

  it("is Serving's own client with the same values", () => {
    const { python: code } = codeFor(photo);
    expect(code).toContain('client = Client("localhost:5500", "resnet50", "classify_top5")');
    expect(code).toContain('[{"image": Path(name).read_bytes()} for name in sys.argv[1:]]');
    const { python: values } = codeFor(everything);
    for (const text of [
      "version_number=18446744073709551615",
      '"matrix": np.array([[1, -0.0], [np.nan, -np.inf]], np.float32)',
      '"ids": np.array([[1, -2]], np.int64)',
      '"flags": np.array([True, False], np.bool_)',
      '"scalar": np.array(5, np.int32)',
      '"none": np.zeros((0, 3), np.float32)',
      '"picture": np.zeros((3, 32, 32), np.float32)',
      '"count": np.int64(7)',
      '"yes": np.array(True, np.bool_)',
      '"number": np.array([1.5], np.float32)',
      '"big": np.array([9223372036854775808], np.uint64)',
      '"bytes": bytes([1, 2, 255])',
      '"floats": np.array([0.5, 1], np.float32)',
      `"file": Path("it's.jpg").read_bytes()`,
    ]) {
      expect(values).toContain(text);
    }
  });

  it("is Python", ({ skip }) => {
    if (!python) skip("no python3 here");
    for (const request of [photo, everything]) {
      const input = codeFor(request).python;
      const { status, stderr } = spawnSync(
        "python3",
        ["-c", "import ast, sys; ast.parse(sys.stdin.read())"],
        { input },
      );
      expect(status, String(stderr)).toBe(0);
    }
  });
});

describe("HTML", () => {
  it("is the custom element with the present settings", () => {
    const { html } = codeFor({ ...photo, version: "2", timeoutMs: 5000, address: 'http://a/"><b>' });
    expect(html).toContain(`<serving-classifier
  address="http://a/&quot;>&lt;b>"
  servable="resnet50"
  method="classify_top5"
  version="2"
  timeout-ms="5000"
  multiple
  wait
></serving-classifier>`);
  });

  it("names the method's input where it is another than the element's own", () => {
    const { html } = codeFor({ ...photo, instances: [{ picture: new File([], "photo.jpg") }] });
    expect(html).toContain('\n  input="picture"\n');
  });

  it("is not offered for calls that the element does not make", () => {
    expect(codeFor(everything).html).toBeUndefined();
  });
});
