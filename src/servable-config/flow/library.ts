/** Functions of Python and of its packages, as far as they tell what they are given and what they give. */

import type { DType } from "../../tensor/index.ts";
import { isDType } from "../../tensor/index.ts";
import type { Constant } from "../module/constants.ts";
import { known, UNKNOWN, type Value } from "./values.ts";

/** A call, as far as it is known. */
export interface Call {
  args: Value[];
  /** Values of its arguments where they are constants; those by name under their names. */
  constants: (Constant | undefined)[];
  keywords: ReadonlyMap<string, Value>;
  /** The value of an argument by name, where it is a constant. */
  constant: (keyword: string) => Constant | undefined;
  /** The dtype that an argument names, by its place or keyword. */
  dtype: (place: number) => DType | undefined;
  /** Says what an input is. */
  claim: (value: Value | undefined, kind: "image" | "string" | "bytes" | "tensor") => void;
}

/** `Decode` of mindspore.dataset, of whatever release. */
const DECODE = /^mindspore\.dataset\.(\w+\.)*vision(\.\w+)?\.Decode$/;
/** They take bytes, as an array or otherwise. */
const OF_BYTES =
  /^(cv2\.imdecode|tensorflow\.(image|io)\.decode_(image|jpeg|png|bmp)|torchvision\.io\.decode_(image|jpeg|png))$/;
/** They take a file, and a text as the path of one. */
const OF_FILE = /^(PIL\.Image\.open|imageio(\.v[23])?\.imread|skimage\.io\.imread)$/;
/** They give the same bytes, as something else. */
const SAME_BYTES =
  /^(numpy\.(frombuffer|fromstring|asarray|array|ascontiguousarray)|bytes|bytearray|memoryview)$/;
const NEW_ARRAY = /^numpy\.(zeros|ones|empty|full)$/;

/** @returns `undefined` for a function that is not known */
export function libraryCall(path: string, call: Call): Value | undefined {
  const [first] = call.args;
  if (DECODE.test(path)) return { kind: "decoder" };
  if (/\.Compose$/.test(path))
    return first?.kind === "list" && first.items[0]?.kind === "decoder" ? first.items[0] : UNKNOWN;
  if (OF_BYTES.test(path)) {
    call.claim(first, "image");
    return UNKNOWN;
  }
  if (OF_FILE.test(path)) {
    if (first?.kind === "input" && first.form !== "itself") call.claim(first, "image");
    return UNKNOWN;
  }
  if (SAME_BYTES.test(path) && first?.kind === "input" && (call.dtype(1) ?? "uint8") === "uint8") {
    return first.form === "file" ? first : { ...first, form: "bytes" };
  }
  if (path === "io.BytesIO" || path === "BytesIO") {
    return first?.kind === "input" ? { ...first, form: "file" } : { kind: "buffer" };
  }
  if (/^(json|pickle)\.loads$/.test(path)) return claimText(first, call);
  const text = /^re\.(match|search|fullmatch|findall|finditer|split)$/.test(path) ? call.args[1] : first;
  if ((text !== first && typeof call.constants[0] === "string") || /^jieba\.l?cut(_for_search)?$/.test(path))
    return claimText(text, call);
  if (path === "numpy.ndim" || path === "numpy.shape")
    return first?.kind === "input" && first.form === "itself"
      ? { kind: "property", index: first.index, of: path === "numpy.ndim" ? "ndim" : "shape" }
      : UNKNOWN;
  if (/^mindspore\.dataset\.(\w+\.)*(GeneratorDataset|NumpySlicesDataset)$/.test(path)) return dataset(call);
  if (path === "cv2.imencode") {
    return {
      kind: "list",
      items: [UNKNOWN, { kind: "facts", facts: { dtype: "uint8" }, isEncodedImage: true }],
    };
  }
  return resultOf(path, call);
}

/** Functions that take a text, or the bytes of one. */
function claimText(value: Value | undefined, call: Call): Value {
  if (value?.kind === "input") {
    if (value.form === "bytes") call.claim(value, "bytes");
    if (value.form === "itself") call.claim(value, "string");
  }
  return UNKNOWN;
}

function resultOf(path: string, { args, constants, dtype, keywords, constant }: Call): Value | undefined {
  const scalar = SCALARS[path];
  if (scalar) return known({ kind: "scalar", dtype: scalar });
  if (path === "str" || path === "json.dumps") return known({ kind: "string" });
  if (/^base64\.(\w*)b64encode$/.test(path)) return known({ kind: "bytes" });
  if (path === "round" && args.length === 2 && args[0]?.kind === "facts" && args[0].facts.kind === "scalar")
    return args[0];
  if (/^numpy\.arg(max|min)$/.test(path)) {
    const isWhole = args.length === 1 && !keywords.has("axis") && !keywords.has("keepdims");
    return known({ ...(isWhole && { kind: "scalar" }), dtype: "int64" });
  }
  if (path === "numpy.argsort") return known({ kind: "tensor", dtype: "int64" });
  if (NEW_ARRAY.test(path)) {
    const given = dtype(path === "numpy.full" ? 2 : 1);
    const isNamed = args.length > (path === "numpy.full" ? 2 : 1) || keywords.has("dtype");
    const shape = shapeOf(constants[0] ?? constant("shape"));
    // `full` without a dtype has its value's.
    const own = given ?? (isNamed || path === "numpy.full" ? undefined : "float64");
    return known({
      ...(shape?.length !== 0 && { kind: "tensor" }),
      ...(own && { dtype: own }),
      ...(shape && { shape }),
    });
  }
  if (/^numpy\.(array|asarray|ascontiguousarray)$/.test(path)) {
    const given = dtype(1);
    const isMany = args[0]?.kind === "list";
    return given ? known({ ...(isMany && { kind: "tensor" }), dtype: given }) : UNKNOWN;
  }
  const named = /^numpy\.(\w+?)_?$/.exec(path)?.[1];
  if (!isDType(named)) return undefined;
  const isScalar = args[0]?.kind === "facts" && args[0].facts.kind === "scalar";
  return known({ ...(isScalar && { kind: "scalar" }), dtype: named });
}

const SCALARS: Readonly<Record<string, DType>> = {
  int: "int64",
  len: "int64",
  float: "float64",
  bool: "bool",
};

/** A size, or a list of sizes; -1 is one that is reckoned. */
export function shapeOf(given: Constant | undefined): (number | null)[] | undefined {
  const sizes = typeof given === "number" ? [given] : given;
  if (!Array.isArray(sizes) || !sizes.every((size) => Number.isInteger(size) && (size as number) >= -1)) {
    return undefined;
  }
  return (sizes as number[]).map((size) => (size === -1 ? null : size));
}

/** The dtype that numpy has by a name of its own or of Python's: `float32`, `<f4` is not among them. */
export function dtypeNamed(name: string): DType | undefined {
  const plain = name.replace(/^(numpy\.)/, "").replace(/_$/, "");
  if (name === "float" || name === "numpy.double") return "float64";
  if (name === "int") return "int64";
  return isDType(plain) ? plain : undefined;
}

/** `GeneratorDataset(generator, ["image"])`: columns, as the generator yields them. */
function dataset({ args, keywords, constants, constant }: Call): Value {
  const names = constants[1] ?? constant("column_names");
  const columns = typeof names === "string" ? [names] : names;
  const source = args[0] ?? keywords.get("source") ?? keywords.get("data");
  if (!Array.isArray(columns) || !columns.every((name) => typeof name === "string")) return UNKNOWN;
  const items =
    source?.kind === "list" ? source.items : source?.kind === "instance" ? source.inputs : [source];
  const rows = source?.kind === "instances" ? source.inputs : items;
  return {
    kind: "dataset",
    columns: new Map(columns.map((name, i) => [name as string, rows[i] ?? UNKNOWN])),
  };
}
