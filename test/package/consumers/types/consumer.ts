// What a project's own code says about the package, for compilers from TypeScript 5.4 on.

import {
  type CallError,
  Client,
  type ClientOptions,
  caller,
  type Instance,
  type InstanceError,
  int32,
  isError,
  Tensor,
  tensor,
  unwrap,
} from "mindspore-serving-web";
import type { ClassifierAttributes, PhotoAnswer } from "mindspore-serving-web/elements";
import { type ImageTensorOptions, toTensor, toUpload } from "mindspore-serving-web/image";
import { type Photo, PhotoQueue } from "mindspore-serving-web/photos";
import { useInfer } from "mindspore-serving-web/react";
import { checked, type ImageInput, type TensorInput } from "mindspore-serving-web/signature";

// Memory of any kind may be sent.
tensor(new Float32Array(new SharedArrayBuffer(8)));

const options: ClientOptions = { timeoutMs: 1000, retry: true };
const client = new Client("http://localhost:8080", "add", "add_common", options);
new Client("localhost", 8080, "add", "add_common");
// @ts-expect-error: a port is a number
new Client("localhost", "8080", "add", "add_common", options);

const instance: Instance = { x1: tensor([[1, 2]]), n: int32(5), text: "a", image: new Blob([]) };
// @ts-expect-error: no tensor of objects
const wrong: Instance = { x1: {} };

export async function call(file: File): Promise<number> {
  const result = await client.infer([instance, wrong]);
  if (isError(result)) {
    const { hint, kind }: CallError = result;
    throw new Error(`${kind}: ${hint.zh}`);
  }
  for (const outcome of result) {
    if (isError(outcome)) {
      const { code }: InstanceError = outcome;
      return code;
    }
  }
  const [first] = unwrap(result);
  const y = unwrap(first!).y;
  const data: ArrayLike<number | bigint> = y instanceof Tensor ? y.data : [];
  const picture: ImageTensorOptions = { width: 224, height: 224, dtype: "float32" };
  // What comes from a server is in memory that a Blob takes.
  const parts: BlobPart[] = y instanceof Uint8Array ? [y] : y instanceof Tensor ? [y.data] : [];
  const pixels = await toTensor(file, picture);
  await client.infer({ image: pixels, upload: await toUpload(file) });
  for await (const { index } of client.inferMany([instance])) return index;
  const queue = new PhotoQueue({ client: () => client, onPassing: () => "fail" });
  const photos: Photo[] = queue.add([file]);
  const { state } = await queue.whenSettled(photos[0]!.id);
  if (state.name === "done") return state.labels.length;
  // @ts-expect-error: elements are not texts
  const text: string = tensor([1], "float32").data[0];
  return data.length + text.length + new Blob(parts).size;
}

export function Component(): string | undefined {
  const { infer, data, error, isPending } = useInfer(client, { keepPreviousData: true });
  // @ts-expect-error: nested arrays have no dtype
  if (isPending) void infer({ x1: [[1]] });
  void infer([instance], { timeoutMs: 5 });
  const [first] = data ?? [];
  const label = useInfer(async (file: File, { signal }) => `${file.name} ${signal.aborted}`);
  return first && isError(first) ? first.error : (error?.hint?.zh ?? label.data);
}

const attributes: ClassifierAttributes = { shrink: 512, multiple: true, "timeout-ms": "5000" };
const classifier = document.querySelector("serving-classifier");
classifier?.setAttribute("shrink", String(attributes.shrink));
classifier?.addEventListener("serving-result", ({ detail }) => detail.labels[0]?.name.length);
const listener = ({ detail }: CustomEvent<PhotoAnswer>) => detail.file.name;
classifier?.addEventListener("serving-result", listener);
classifier?.removeEventListener("serving-result", listener);
classifier?.addEventListener("click", ({ clientX }) => clientX);
document
  .querySelector("serving-method")
  ?.addEventListener("serving-result", ({ detail }) => unwrap(detail.result[0]!));
// One around both is given the details of either.
document.addEventListener("serving-error", ({ detail }) => detail.error.hint.zh);
// @ts-expect-error: a method's answers have no labels
document.querySelector("serving-method")?.addEventListener("serving-result", ({ detail }) => detail.labels);

// What `npx mindspore-serving-web types` writes is of these.
type Input = { image: ImageInput; x: TensorInput<"float32"> };
type Output = { label: string; score: Tensor<"float32"> };
const method = checked<Input, Output>({ signature: 1, servable: "own", methods: { m: {} } }, "m");
const typed = caller("http://localhost:8080", method);
void typed({ image: new Blob([]), x: new Float32Array(3) }).then((outcome) => {
  if (!isError(outcome)) outcome.score.data satisfies Float32Array;
});
// @ts-expect-error: another dtype
void typed({ image: new Blob([]), x: new Float64Array(3) });
// @ts-expect-error: a text is no image
void new Client("http://localhost:8080", method).infer({ image: "cat.jpg", x: new Float32Array(3) });
