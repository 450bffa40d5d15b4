/** The signature's format: the published schema and the reader refuse the same documents. */

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { readSignature } from "../../src/signature/index.ts";
import { DTYPES } from "../../src/tensor/index.ts";
import { blocksOf } from "../docs/markdown.ts";

const schema = JSON.parse(readFileSync("signature.schema.json", "utf8"));
const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const add = {
  signature: 1,
  servable: "add",
  methods: {
    add_common: {
      inputs: { x1: { kind: "tensor", dtype: "float32", shape: [2, null] }, x2: {} },
      outputs: { y: { dtype: "float32" } },
    },
  },
};

/** The same with one input's facts, an example, or whatever else in its place. */
const withInput = (x1: unknown) => ({ ...add, methods: { add_common: { inputs: { x1 } } } });
const withExample = (x1: unknown, value: unknown) => ({
  ...add,
  methods: { add_common: { inputs: { x1 }, examples: [{ inputs: { x1: value } }] } },
});

const GOOD: Record<string, unknown> = {
  "a method with all facts": add,
  "no methods": { ...add, methods: {} },
  "a method of which nothing is known": { ...add, methods: { predict: {} } },
  "a method without inputs": { ...add, methods: { predict: { inputs: {}, outputs: { y: {} } } } },
  "an editor's schema, and words": { $schema: "./signature.schema.json", ...add, doc: "Adds." },
  "a scalar": withInput({ kind: "scalar", dtype: "int64", doc: "how many" }),
  "a shape alone": withInput({ shape: [] }),
  "an image": withInput({ kind: "image" }),
  "a text's labels": withInput({ kind: "string", labels: ["tench, Tinca tinca", "goldfish"] }),
  "labels alone": withInput({ labels: [] }),
  "a name that is no identifier": {
    ...add,
    methods: { "a method": { inputs: { 图片: { kind: "image" } } } },
  },
  "an example of a tensor": withExample({ kind: "tensor" }, [
    [1, 2],
    [3, 4],
  ]),
  "an example of bytes": withExample({ kind: "image" }, { base64: "AA==" }),
  "an example of a 64-bit integer": withExample({ kind: "scalar", dtype: "int64" }, "9223372036854775807"),
};

const BAD: Record<string, [document: unknown, error: string]> = {
  "a list": [[], "the signature is a list: give an object, { … }"],
  "no version": [
    { servable: "add", methods: {} },
    "signature is missing: write 1, the version of this format",
  ],
  "another version": [{ ...add, signature: 2 }, "signature is 2: write 1, the version of this format"],
  "no name": [{ ...add, servable: "" }, 'servable is the string "": give the servable\'s name'],
  "no methods": [{ signature: 1, servable: "add" }, "methods is missing: give an object of methods by name"],
  "a misspelt fact": [
    withInput({ dtpye: "int8" }),
    "methods.add_common.inputs.x1.dtpye has no meaning: methods.add_common.inputs.x1 may have kind, dtype, shape, labels, doc",
  ],
  "no such kind": [
    withInput({ kind: "picture" }),
    'methods.add_common.inputs.x1.kind is the string "picture": write tensor, scalar, string, bytes or image, or leave it out',
  ],
  "no such dtype": [
    withInput({ dtype: "float" }),
    'methods.add_common.inputs.x1.dtype is the string "float": write bool, int8 to int64, uint8 to uint64, float16, float32 or float64, or leave it out',
  ],
  "a text's dtype": [
    withInput({ kind: "string", dtype: "int8" }),
    'methods.add_common.inputs.x1.dtype is the string "int8": leave it out: the string "string" has none',
  ],
  "a scalar's shape": [
    withInput({ kind: "scalar", shape: [] }),
    "methods.add_common.inputs.x1.shape is a list: leave it out: only a tensor has one",
  ],
  "a shape of a number": [
    withInput({ shape: 3 }),
    "methods.add_common.inputs.x1.shape is 3: write a list of dimensions such as [3, 224, 224], with null for one that is not known",
  ],
  "labels of a tensor": [
    withInput({ kind: "tensor", labels: ["tench"] }),
    "methods.add_common.inputs.x1.labels is a list: leave it out: only a text has labels",
  ],
  "labels beside a dtype": [
    withInput({ dtype: "int64", labels: ["tench"] }),
    "methods.add_common.inputs.x1.labels is a list: leave it out: only a text has labels",
  ],
  "a label twice": [
    withInput({ labels: ["tench", "tench"] }),
    'methods.add_common.inputs.x1.labels is a list: write a list of texts, each once, such as ["tench", "goldfish"]',
  ],
  "labels that are numbers": [
    withInput({ labels: [1] }),
    'methods.add_common.inputs.x1.labels is a list: write a list of texts, each once, such as ["tench", "goldfish"]',
  ],
  "a dimension below 0": [
    withInput({ shape: [-1] }),
    "methods.add_common.inputs.x1.shape is a list: write a list of dimensions such as [3, 224, 224], with null for one that is not known",
  ],
  "an empty name": [{ ...add, methods: { "": {} } }, "methods has an empty name: give it one"],
  "a name that is no identifier": [
    { ...add, methods: { "a method": { inputs: [] } } },
    'methods["a method"].inputs is a list: give an object, { … }',
  ],
  "an example of no value": [
    withExample({}, null),
    'methods.add_common.examples[0].inputs.x1 is null: give a number, boolean, text, list of those or { "base64": "…" }',
  ],
};

describe("a document that both take", () => {
  it.each(Object.entries(GOOD))("%s", (_, document) => {
    expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
    expect(readSignature(JSON.stringify(document))).toEqual(document);
  });
});

describe("a document that both refuse, with the place and what to write", () => {
  it.each(Object.entries(BAD))("%s", (_, [document, error]) => {
    expect(isValid(document)).toBe(false);
    expect(() => readSignature(document)).toThrow(new TypeError(error));
  });
});

describe("an example is held to what the method takes", () => {
  const cases: Record<string, [document: unknown, error: string]> = {
    "a text for a tensor": [
      withExample({ kind: "tensor" }, "text"),
      'methods.add_common.examples[0].inputs.x1 is the string "text": give its elements in nested lists',
    ],
    "a list for a text": [
      withExample({ kind: "string" }, ["a"]),
      "methods.add_common.examples[0].inputs.x1 is a list: give a text",
    ],
    "a text for an image": [
      withExample({ kind: "image" }, "cat.jpg"),
      'methods.add_common.examples[0].inputs.x1 is the string "cat.jpg": give { "base64": "…" }',
    ],
    "no value": [
      { ...add, methods: { m: { inputs: { x: {} }, examples: [{ inputs: {} }] } } },
      "methods.m.examples[0].inputs.x is missing: give a value for it",
    ],
    "a name that the method has not": [
      { ...add, methods: { m: { inputs: {}, examples: [{ inputs: { x: 1 } }] } } },
      "methods.m.examples[0].inputs.x is 1: methods.m.inputs has no such name",
    ],
  };
  it.each(Object.entries(cases))("%s", (_, [document, error]) => {
    expect(() => readSignature(document)).toThrow(new TypeError(error));
  });
});

it("a text that is no JSON is told as the parser tells it", () => {
  expect(() => readSignature("{")).toThrow(/^the signature is no valid JSON: /);
});

it("a method named __proto__ is one like others", () => {
  const read = readSignature(
    '{"signature": 1, "servable": "a", "methods": {"__proto__": {"inputs": 5}}}'.replace("5", "{}"),
  );
  expect(Object.keys(read.methods)).toEqual(["__proto__"]);
  expect(() => readSignature('{"signature": 1, "servable": "a", "methods": {"__proto__": 5}}')).toThrow(
    "methods.__proto__ is 5: give an object, { … }",
  );
});

it("the documents' signatures are valid", () => {
  const shown = blocksOf("json").filter(({ code }) => "methods" in JSON.parse(code));
  expect(shown.length).toBeGreaterThan(0);
  for (const { code } of shown) {
    expect(isValid(JSON.parse(code)), JSON.stringify(isValid.errors)).toBe(true);
    expect(Object.keys(readSignature(code).methods)).toEqual(["classify_top5"]);
  }
});

it("the schema has every dtype", () => {
  expect([...schema.definitions.value.properties.dtype.enum].sort()).toEqual(Object.keys(DTYPES).sort());
});
