/**
 * The servable `every_kind`, made of every-kind.json by `npx mindspore-serving-web types`: make it anew where that has changed.
 *
 * A value of each kind.
 */
import { type Bytes, type ClientOptions, type Element, type InputValue, type Instance, type OutputValue, type Outputs, type Tensor, type TypedCall, caller } from "../../../src/client/index.ts";
import { type BytesInput, type ImageInput, type NumericInput, type NumericOutput, type ScalarInput, type Signature, type TensorInput, checked } from "../../../src/signature/index.ts";

const signature: Signature = {
  signature: 1,
  servable: "every_kind",
  methods: {
    classify_top5: { inputs: { image: { kind: "image" } } },
    add: { inputs: {
        x1: { kind: "tensor", dtype: "float32", shape: [2, null] },
        x2: { kind: "tensor", dtype: "int32" },
        n: { kind: "scalar", dtype: "float32" },
        flag: { kind: "scalar", dtype: "bool" },
        count: { kind: "scalar", dtype: "int64" },
        level: { kind: "scalar", dtype: "int8" },
        text: { kind: "string" },
        data: { kind: "bytes" },
        number: { dtype: "float16" },
        what: {},
      } },
    unknown: {},
  },
} as const;

/** What `classify_top5` takes. */
export type ClassifyTop5Input = {
  /** A JPEG file. */
  image: ImageInput;
};

/** What `classify_top5` gives. */
export type ClassifyTop5Output = {
  label: string;
  /** Shape (5). */
  score: Tensor<"float32">;
  index: Element<"int64">;
  crop: Bytes;
  mean: NumericOutput<"float64">;
  rest: OutputValue;
};

/** What `add` takes. */
export type AddInput = {
  /** Shape (2, ?). */
  x1: Tensor<"float32">;
  x2: TensorInput<"int32">;
  n: ScalarInput<"float32">;
  flag: ScalarInput<"bool">;
  count: ScalarInput<"int64">;
  level: ScalarInput<"int8">;
  text: string;
  data: BytesInput;
  number: NumericInput<"float16">;
  what: InputValue;
};

/** What `add` gives. */
export type AddOutput = Record<string, never>;

/** What `unknown` takes. */
export type UnknownInput = Instance;

/** What `unknown` gives. */
export type UnknownOutput = Outputs;

/** The methods of `every_kind`, each for `new Client(address, method)`. */
export const everyKind = {
  /** The five best. *\/ is no end of this comment. */
  classifyTop5: checked<ClassifyTop5Input, ClassifyTop5Output>(signature, "classify_top5"),
  add: checked<AddInput, AddOutput>(signature, "add"),
  unknown: checked<UnknownInput, UnknownOutput>(signature, "unknown"),
};

/** Calls the methods of `every_kind`, each with one instance: gives its outputs, or what failed, as a value (`isError`). */
export class EveryKind {
  /** The five best. *\/ is no end of this comment. */
  readonly classifyTop5: TypedCall<ClassifyTop5Input, ClassifyTop5Output>;
  readonly add: TypedCall<AddInput, AddOutput>;
  readonly unknown: TypedCall<UnknownInput, UnknownOutput>;

  /** @param address the proxy's, such as `http://localhost:8080` */
  constructor(address: string, options: ClientOptions = {}) {
    this.classifyTop5 = caller(address, everyKind.classifyTop5, options);
    this.add = caller(address, everyKind.add, options);
    this.unknown = caller(address, everyKind.unknown, options);
  }
}
