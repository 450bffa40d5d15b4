/** What `useInfer` takes and gives, checked by `tsc`. A line below `@ts-expect-error` that does compile is an error. */

import { ref } from "vue";
import {
  type CallError,
  type CallOptions,
  Client,
  type InstanceError,
  type Outcome,
  tensor,
  unwrap,
} from "../../src/client/index.ts";
import { type ThrownError, useInfer } from "../../src/react/index.ts";
import { useInfer as useVueInfer } from "../../src/vue/index.ts";

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
  // @ts-expect-error a reader of what is shown does not set it
  data.value = [];
  const label = useVueInfer(async (image: File, options) => client.infer({ image }, options));
  void label.infer(new File([], "a.jpg"));
}
