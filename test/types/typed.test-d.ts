/** What compiles with a typed client and what does not: checked by `tsc`, which `npm test` runs. */

import {
  type Bytes,
  Client,
  type InferResult,
  type InstanceError,
  int8,
  int32,
  isError,
  type Outcome,
  type Outputs,
  type OutputValue,
  type Tensor,
  tensor,
  unwrap,
} from "../../src/client/index.ts";
import { checked, type Signature, type ValueKind } from "../../src/signature/index.ts";
import { type AddInput, type ClassifyTop5Output, EveryKind, everyKind } from "./typed/every-kind.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const kinds = new EveryKind("http://localhost:8080", { timeoutMs: 5 });
// @ts-expect-error a misspelt option
new EveryKind("", { timeout: 5 });
const file = new File([], "cat.jpg");

async function outcomes() {
  const outcome = await kinds.classifyTop5({ image: file }, { signal: new AbortController().signal });
  same<typeof outcome, Outcome<ClassifyTop5Output>>(true);
  // @ts-expect-error an outcome may be an error: it has no outputs before that is ruled out
  outcome.label satisfies string;
  if (isError(outcome)) {
    same<typeof outcome, InstanceError>(true);
    return;
  }
  same<typeof outcome.label, string>(true);
  same<typeof outcome.score, Tensor<"float32">>(true);
  same<typeof outcome.index, bigint>(true);
  same<typeof outcome.crop, Bytes>(true);
  same<typeof outcome.mean, Tensor<"float64"> | number>(true);
  same<typeof outcome.rest, OutputValue>(true);
  // @ts-expect-error no such output
  outcome.nolabel;
  unwrap(await kinds.classifyTop5({ image: new Uint8Array(3) })).label satisfies string;
}
void outcomes;

// @ts-expect-error a misspelt input
void kinds.classifyTop5({ imgae: file });
// @ts-expect-error a missing input
void kinds.classifyTop5({});
// @ts-expect-error an input that the method has not
void kinds.classifyTop5({ image: file, top: 5 });
// @ts-expect-error a text is no image
void kinds.classifyTop5({ image: "cat.jpg" });
// @ts-expect-error a tensor is no image
void kinds.classifyTop5({ image: tensor([[1]]) });
// @ts-expect-error no such method
void kinds.classify_top5;

const all: AddInput = {
  x1: tensor([[1], [2]]),
  x2: new Int32Array(3),
  n: 5,
  flag: true,
  count: 5n,
  level: int8(3),
  text: "text",
  data: new ArrayBuffer(1),
  number: tensor([1], "float16"),
  what: 5,
};
void kinds.add(all);
void kinds.add({ ...all, x2: tensor([[1]], "int32") });
// @ts-expect-error another dtype
void kinds.add({ ...all, x1: tensor([[1]], "float64") });
// @ts-expect-error a typed array has one dimension
void kinds.add({ ...all, x1: new Float32Array(2) });
// @ts-expect-error a typed array of another dtype
void kinds.add({ ...all, x2: new Float32Array(2) });
// @ts-expect-error a tensor is no scalar
void kinds.add({ ...all, n: tensor([1]) });
// @ts-expect-error a number would be float32
void kinds.add({ ...all, level: 3 });
// @ts-expect-error another dtype
void kinds.add({ ...all, level: int32(3) });
// @ts-expect-error a number is no text
void kinds.add({ ...all, text: 3 });
// @ts-expect-error a text is no bytes
void kinds.add({ ...all, data: "text" });
// @ts-expect-error nested arrays are no value
void kinds.add({ ...all, what: [[1]] });
// Of a method of which nothing is known, anything that can be sent.
void kinds.unknown({ x: 5 }).then((outcome) => same<typeof outcome, Outcome<Outputs>>(true));

async function clients() {
  const client = new Client("http://localhost:8080", everyKind.classifyTop5, { retry: true });
  const result = await client.infer([{ image: file }]);
  same<typeof result, InferResult<ClassifyTop5Output>>(true);
  // @ts-expect-error a misspelt input
  void client.infer({ imgae: file });
  // @ts-expect-error one of them
  void client.infer([{ image: file }, { image: 5 }]);
  for await (const { outcome } of client.inferMany([{ image: file }])) {
    same<typeof outcome, Outcome<ClassifyTop5Output>>(true);
  }
  // @ts-expect-error a misspelt input
  client.inferMany([{ imgae: file }]);
  // A client whose types are forgotten.
  const plain: Client = client as Client;
  void plain;
}
void clients;

/** For those who generate nothing; an interface is as good as a type. */
interface AddOnly {
  x1: Tensor;
  x2: Tensor;
}
const own = new Client<AddOnly, { y: Tensor<"float32"> }>("http://localhost:8080", "add", "add_common");
void own.infer({ x1: tensor([1]), x2: tensor([1]) }).then((result) => {
  if (!isError(result)) unwrap(result[0]!).y satisfies Tensor<"float32">;
});
// @ts-expect-error a missing input
void own.infer({ x1: tensor([1]) });
// @ts-expect-error a date is no value
new Client<{ x: Date }>("", "add", "add_common");

const signature: Signature = { signature: 1, servable: "add", methods: {} };
void new Client("", checked(signature, "add_common")).infer({ whatever: 5 });
// @ts-expect-error no such kind
const wrong: ValueKind = "picture";
void wrong;
