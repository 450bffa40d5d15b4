/**
 * What compiles and what does not: checked by `tsc`, which `npm test` runs. A line below `@ts-expect-error` that
 * does compile is an error.
 */

import {
  type CallError,
  Client,
  type InferResult,
  type InstanceError,
  type int8,
  int64,
  isError,
  type Outcome,
  type Outputs,
  type OutputValue,
  type Scalar,
  Tensor,
  tensor,
  unwrap,
} from "../../src/client/index.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const client = new Client("http://localhost:8080", "add", "add_common");
new Client("localhost", 5500, "add", "add_common", { version: 2n, timeoutMs: 5, retry: { attempts: 2 } });
new Client("", "add", "add_common", { release: "1.1", transport: "grpc-web" });
// @ts-expect-error a client needs a method
new Client("http://localhost:8080", "add");
// @ts-expect-error 2.1 has no gRPC
new Client("", "add", "add_common", { release: "2.1" });
// @ts-expect-error a misspelt option
new Client("", "add", "add_common", { timeout: 5 });

async function results() {
  const result = await client.infer([
    { x1: tensor([[1]]), x2: 1 },
    { s: "text", b: new Blob(), n: 5n, t: true },
  ]);
  same<typeof result, InferResult>(true);
  // @ts-expect-error a result may be an error: it is no list before that is ruled out
  result.length satisfies number;
  if (isError(result)) {
    same<typeof result, CallError>(true);
    result.hint.zh satisfies string;
    return;
  }
  same<typeof result, Outcome[]>(true);
  const [first] = result;
  if (first && isError(first)) same<typeof first, InstanceError>(true);
  else if (first) same<typeof first, Outputs>(true);
  same<ReturnType<typeof unwrap<InferResult>>, Outcome[]>(true);
  const y: OutputValue | undefined = unwrap(first!).y;
  return y;
}
void results;

async function many() {
  for await (const { index, outcome } of client.inferMany([{ x: 1 }], { maxBatchCount: 3 })) {
    index satisfies number;
    same<typeof outcome, Outcome>(true);
  }
  const { inputs, release } = await client.probe();
  same<typeof inputs, string[] | undefined>(true);
  release?.from satisfies string | undefined;
}
void many;

// @ts-expect-error nested arrays have no dtype: tensor(…) gives one
void client.infer({ x: [[1, 2]] });
// @ts-expect-error a date is no value
void client.infer({ x: new Date() });
// @ts-expect-error null is no value
void client.infer({ x: null });
// @ts-expect-error an instance is an object of inputs
void client.infer("text");
// @ts-expect-error a misspelt option
void client.infer({ x: 1 }, { abort: new AbortController().signal });

const plain = tensor([[1, 2]]);
same<typeof plain, Tensor<"float32">>(true);
const flags = tensor([true]);
same<typeof flags, Tensor<"bool">>(true);
const bytes = tensor(new Uint8ClampedArray(4), undefined, [2, 2]);
same<typeof bytes, Tensor<"uint8">>(true);
const doubles = tensor(new Float64Array(1));
same<typeof doubles, Tensor<"float64">>(true);
same<ReturnType<typeof int8>, Scalar<"int8">>(true);
const t = tensor([[1n]]);
same<typeof t, Tensor<"int64">>(true);
same<typeof t.data, BigInt64Array<ArrayBuffer>>(true);
// What a reply's memory is goes into a Blob; what is given may be anywhere.
new Blob([t.data, tensor([1], "float16").data]);
tensor(new Float32Array(new SharedArrayBuffer(8)));
new Tensor("float32", new Float32Array(new SharedArrayBuffer(8)), [2]);
void client.infer({ image: new Uint8Array(new SharedArrayBuffer(8)) });
const blobOf = (value: OutputValue) => (value instanceof Uint8Array ? new Blob([value]) : undefined);
void blobOf;
t.item() satisfies bigint;
tensor(new Uint8Array(3), "bool").item() satisfies boolean;
// @ts-expect-error no such dtype
tensor([1], "float128");
// @ts-expect-error texts are no tensor elements
tensor(["a"]);
// @ts-expect-error a text is no number
int64("5");
