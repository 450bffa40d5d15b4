/** What `useInfer` takes and gives, checked by `tsc`. A line below `@ts-expect-error` that does compile is an error. */

import { ref } from "vue";
import {
  type CallError,
  type CallOptions,
  Client,
  type InstanceError,
  isError,
  type Outcome,
  type Tensor,
  tensor,
  unwrap,
} from "../../src/client/index.ts";
import { type ThrownError, useInfer } from "../../src/react/index.ts";
import { useInfer as useVueInfer } from "../../src/vue/index.ts";
import { type ClassifyTop5Output, EveryKind, everyKind } from "./typed/every-kind.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const client = new Client("http://localhost:8080", "add", "add_common");

export function Plain() {
  const { infer, data, error, isPending, progress, abort } = useInfer(client, { latest: false });
  same<typeof data, Outcome[] | undefined>(true);
  same<typeof error, CallError | ThrownError | undefined>(true);
  same<typeof isPending, boolean>(true);
  same<ReturnType<typeof infer>, Promise<Outcome[] | CallError | undefined>>(true);
  progress?.uploadTotal satisfies number | undefined;
  abort satisfies () => void;
  // As a page shows it.
  error?.error satisfies string | undefined;
  error?.hint?.zh satisfies string | undefined;
  if (error?.kind === "timeout") error.error satisfies string;
  void infer({ x1: tensor([1]), x2: 1 }, { timeoutMs: 5, signal: new AbortController().signal });
  void infer([{ x1: 1 }]);
  // @ts-expect-error nested arrays have no dtype
  void infer({ x1: [[1]] });
  // @ts-expect-error an instance is missing
  void infer();
  // @ts-expect-error a misspelt option
  void infer({ x1: 1 }, { timeout: 5 });
  // @ts-expect-error a misspelt option of the hook
  useInfer(client, { last: true });
  // @ts-expect-error no client, and no function that calls one
  useInfer("http://localhost:8080");
}

/** A client that knows its inputs and outputs, as a generated one does. */
declare const flowers: {
  infer(
    instances: { image: Blob } | Iterable<{ image: Blob }>,
    options?: CallOptions,
  ): Promise<({ label: string } | InstanceError)[] | CallError>;
};

export function Typed() {
  const { infer, data } = useInfer(flowers);
  same<typeof data, ({ label: string } | InstanceError)[] | undefined>(true);
  void infer({ image: new Blob() });
  // @ts-expect-error a misspelt input
  void infer({ imgae: new Blob() });
}

/** A method of a generated file, and its class. */
export function Generated() {
  const { infer, data, error } = useInfer(new Client("", everyKind.classifyTop5));
  same<typeof data, Outcome<ClassifyTop5Output>[] | undefined>(true);
  same<typeof error, CallError | ThrownError | undefined>(true);
  const first = data?.[0];
  if (first && !isError(first)) {
    same<typeof first.label, string>(true);
    // @ts-expect-error a misspelt output
    first.lable;
  }
  void infer({ image: new Blob() });
  void infer([{ image: new Blob() }]);
  // @ts-expect-error a misspelt input
  void infer({ imgae: new Blob() });
  // @ts-expect-error a missing input
  void infer({});
  // @ts-expect-error a text is no image
  void infer([{ image: "cat.jpg" }]);
  const { data: outcome, infer: call } = useInfer(new EveryKind("").classifyTop5);
  same<typeof outcome, Exclude<Outcome<ClassifyTop5Output>, InstanceError> | undefined>(true);
  void call({ image: new Blob() });
  // @ts-expect-error a misspelt input
  void call({ imgae: new Blob() });
}

/** Types of one's own. */
export function Own() {
  const { infer, data } = useInfer(
    new Client<{ x: Tensor }, { y: Tensor<"float32"> }>("", "add", "add_common"),
  );
  same<typeof data, Outcome<{ y: Tensor<"float32"> }>[] | undefined>(true);
  void infer({ x: tensor([1]) });
  // @ts-expect-error a misspelt input
  void infer({ z: tensor([1]) });
}

export function Functions() {
  const label = async (image: File, options: CallOptions) => {
    const [outcome] = unwrap(await client.infer({ image }, options));
    return String(unwrap(outcome!).label);
  };
  const { infer, data, error } = useInfer(label);
  same<typeof data, string | undefined>(true);
  same<typeof error, ThrownError | undefined>(true);
  void infer(new File([], "a.jpg"), { timeoutMs: 5 });
  // @ts-expect-error not what the function takes
  void infer("a.jpg");
  const none = useInfer(async () => 5);
  void none.infer();
  // What the hook gives is there without a question.
  useInfer(async (url: string, { signal }) => (await fetch(url, { signal })).ok);
}

export function InVue() {
  const { infer, data, error, isPending } = useVueInfer(client);
  same<typeof data.value, Outcome[] | undefined>(true);
  same<typeof error.value, CallError | ThrownError | undefined>(true);
  isPending.value satisfies boolean;
  void infer({ x1: 1 });
  const inRef = useVueInfer(ref(client));
  same<typeof inRef.data.value, Outcome[] | undefined>(true);
  void inRef.infer({ x1: 1 });
  const typed = useVueInfer(ref(new Client("", everyKind.classifyTop5)));
  same<typeof typed.data.value, Outcome<ClassifyTop5Output>[] | undefined>(true);
  void typed.infer({ image: new Blob() });
  // @ts-expect-error a misspelt input
  void typed.infer({ imgae: new Blob() });
  // @ts-expect-error a text is no image
  void useVueInfer(new Client("", everyKind.classifyTop5)).infer({ image: "cat.jpg" });
  // @ts-expect-error a reader of what is shown does not set it
  data.value = [];
  const label = useVueInfer(async (image: File, options) => client.infer({ image }, options));
  void label.infer(new File([], "a.jpg"));
}
