/** What the app writes for a call; test/browser/pasted-code.test.ts runs it where it belongs. */

import { spawnSync } from "node:child_process";
import ts from "typescript";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { codeFor } from "../../src/app/code/code-for.ts";
import type { CodeRequest } from "../../src/app/code/code-request.ts";
import * as client from "../../src/client/index.ts";
import { complaintsOf, everything, mixed, photo } from "./pasted.ts";

const { tensor } = client;

/** Values alone, one instance and two. */
const matrix = tensor([[1, 2]]);
const values: CodeRequest = { ...photo, instances: [{ x1: matrix, x2: matrix }], photos: {} };
/** Of methods with a signature. */
const signedPhoto: CodeRequest = {
  ...photo,
  signature: {
    inputs: { image: { kind: "image", doc: "A JPEG file." } },
    outputs: { label: { kind: "string" }, score: { dtype: "float32", shape: [5] } },
  },
};
const signedValues: CodeRequest = {
  ...values,
  signature: {
    inputs: { x1: { kind: "tensor", dtype: "float32", shape: [null, 2] }, x2: { dtype: "float32" } },
  },
};
const signedForm: CodeRequest = {
  ...photo,
  instances: [{ image: new File([], "x.jpg"), top: client.int32(5) }],
  signature: {
    inputs: { image: { kind: "image" }, top: { kind: "scalar", dtype: "int32", doc: "How many." } },
    outputs: { data: { kind: "bytes" } },
  },
};
/** Sent although the signature says otherwise. */
const unlike: CodeRequest = { ...values, signature: { inputs: { x1: { kind: "string" } }, outputs: {} } };
const twice: CodeRequest = { ...values, instances: [...values.instances, ...values.instances] };
const REQUESTS: Record<string, CodeRequest> = {
  photo,
  onePhoto: { ...photo, multiple: false },
  smaller: { ...photo, photos: { maxSide: 640 }, version: "3", metadata: { authorization: "secret" } },
  files: { ...photo, photos: undefined as never, instances: [{ "odd name": new File([], "x.bin") }] },
  prototype: { ...photo, instances: [{ ["__proto__"]: new File([], "x.jpg") }] },
  everything,
  mixed,
  values,
  twice,
  signedPhoto,
  signedValues,
  signedForm,
  unlike,
};

/** Runs the code of a module with a client that only notes what it is given. */
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
  return { Client, infer, log };
}

describe("TypeScript and React", () => {
  it("make the very values of any call", async () => {
    const [first, second] = everything.instances;
    const { file: _, ...withoutFile } = first!;
    const code = codeFor({ ...everything, instances: [withoutFile, second!] }).typescript;
    const { Client, infer, log } = await run(code);
    expect(Client.mock.calls[0]).toEqual([
      "http://localhost:8080",
      "resnet50",
      "classify_top5",
      {
        version: 2n ** 64n - 1n,
        timeoutMs: 5000,
        metadata: { authorization: "YOUR-AUTHORIZATION", "x-user": "YOUR-X-USER" },
      },
    ]);
    expect([...infer.mock.calls[0]![0]]).toEqual([withoutFile, { x: 1 }]);
    expect(log.mock.calls).toEqual([[{ label: "ox" }], [{ label: "ox" }]]);
  });

  it("compile in a strict project, whatever is called", () => {
    const sources = Object.entries(REQUESTS).flatMap(([name, request]) => {
      const { typescript, react } = codeFor(request);
      return [[`${name}.ts`, typescript] as const, [`${name}-react.tsx`, react] as const];
    });
    expect(complaintsOf(new Map(sources))).toEqual([]);
  });
});

describe("of a method with a signature", () => {
  it("TypeScript and React know what it gives: a wrong name does not compile", () => {
    const { typescript, react } = codeFor(signedPhoto);
    for (const [name, code] of [
      ["call.ts", typescript],
      ["call.tsx", react],
    ] as const) {
      expect(code).toContain("new Client<Input, Output>(");
      const wrong = `${code}\nexport const nolabel = (given: Output) => given.lable;\n`;
      expect(complaintsOf(new Map([[name, wrong]])).join()).toContain("'lable' does not exist");
      const right = `${code}\nexport const label = (given: Output): string => given.label;\n`;
      expect(complaintsOf(new Map([[name, right]]))).toEqual([]);
    }
  });

  it("HTML says what an input means, and that it is a picture", () => {
    const { html } = codeFor(signedForm);
    expect(html).toContain('{"name":"image","kind":"image"}');
    expect(html).toContain('"value":"5","doc":"How many."}');
  });

  it("values that are not what the signature says are left without types", () => {
    expect(codeFor(unlike).typescript).toContain("new Client(");
  });
});

it.each(Object.entries(REQUESTS))("a header's value stands in none of the texts: %s", (_, request) => {
  const code = codeFor({ ...request, metadata: { authorization: "Bearer s3cret" } });
  expect(Object.values(code).join("\n")).not.toContain("s3cret");
  expect(code.typescript).toContain("YOUR-AUTHORIZATION");
  expect(code.react).toContain("YOUR-AUTHORIZATION");
  if (code.html) expect(code.html).toContain("YOUR-AUTHORIZATION");
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

  it("takes one file where one is meant, and makes photos smaller where the page does", () => {
    expect(codeFor({ ...photo, multiple: false }).python).toContain("for name in sys.argv[1:2]]");
    const { python: code } = codeFor({ ...photo, photos: { maxSide: 640 } });
    expect(code).toContain("image.thumbnail((640, 640))");
    expect(code).toContain('{"image": smaller(name)}');
  });

  it("is Python", ({ skip }) => {
    if (!python) skip("no python3 here");
    for (const request of Object.values(REQUESTS)) {
      const input = codeFor(request).python;
      const { status, stderr } = spawnSync(
        "python3",
        ["-c", "import ast, sys; ast.parse(sys.stdin.read())"],
        { input },
      );
      expect(status, `${stderr}\n${input}`).toBe(0);
    }
  });

  it("says how it is used when no file is named", ({ skip }) => {
    if (!python) skip("no python3 here");
    const code = codeFor(photo).python.replace("from mindspore_serving.client import Client", "");
    const { status, stderr } = spawnSync("python3", ["-c", code], { encoding: "utf8" });
    expect([status, stderr.trim()]).toEqual([1, "Name files: python call.py photo.jpg"]);
  });
});

describe("HTML", () => {
  it("is a whole page with the custom element and the present settings", () => {
    const { html } = codeFor(
      { ...photo, version: "2", timeoutMs: 5000, address: 'http://a/"><b>', photos: { maxSide: 640 } },
      "zh-CN",
    );
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<script type="module" src="http://localhost:8080/elements.js"></script>');
    expect(html).toContain(`<serving-classifier
      address="http://a/&quot;>&lt;b>"
      servable="resnet50"
      method="classify_top5"
      version="2"
      timeout-ms="5000"
      shrink="640"
      multiple
      wait
    ></serving-classifier>`);
  });

  it("has only what differs from the element's own", () => {
    const { html } = codeFor({ ...photo, multiple: false });
    expect(html).toContain('method="classify_top5"\n      wait\n');
  });

  it("names the method's input where it is another than the element's own", () => {
    const { html } = codeFor({ ...photo, instances: [{ picture: new File([], "photo.jpg") }] });
    expect(html).toContain('\n      input="picture"\n');
  });

  it("is not offered for the one kind of call that no element makes", () => {
    expect(codeFor(everything).html).toBeUndefined();
  });
});
