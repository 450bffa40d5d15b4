/** Methods of values: what they tell of their object, and what they give. */

import { add } from "./bind.ts";
import { type Call, libraryCall, shapeOf } from "./library.ts";
import { joined, known, UNKNOWN, type Value } from "./values.ts";

/** Texts have them, arrays have not: what has them is a text. */
const OF_TEXTS =
  /^(r?split|splitlines|[lr]?strip|lower|upper|title|casefold|capitalize|swapcase|encode|startswith|endswith|join|format|replace|r?find|r?index|count|rpartition|removeprefix|removesuffix|isdigit|isalpha|isalnum|isnumeric|isdecimal|islower|isupper|isspace|center|[lr]just|expandtabs|zfill|translate)$/;
const TEXT_GIVEN =
  /^([lr]?strip|lower|upper|title|casefold|capitalize|swapcase|join|format|replace|center|[lr]just|expandtabs|zfill|translate|removeprefix|removesuffix)$/;

export function methodCall(object: Value, name: string, call: Call): Value {
  if (object.kind === "input") return ofInput(object, name, call);
  if (object.kind === "dataset") return ofDataset(object, name, call);
  if (object.kind === "list" || object.kind === "dict") return ofMany(object, name, call);
  if (object.kind === "buffer")
    return name === "getvalue" || name === "read" ? known({ kind: "bytes" }) : UNKNOWN;
  if (object.kind === "model" && name === "call") {
    for (const given of call.args) call.claim(given, "tensor");
    return UNKNOWN;
  }
  return ofFacts(object, name, call);
}

function ofInput(object: Value & { kind: "input" }, name: string, call: Call): Value {
  if (object.form === "itself" && OF_TEXTS.test(name)) {
    call.claim(object, "string");
    return TEXT_GIVEN.test(name) ? known({ kind: "string" }) : UNKNOWN;
  }
  if (name === "decode" && object.form === "bytes") {
    call.claim(object, "bytes");
    return known({ kind: "string" });
  }
  if (/^(tobytes|tostring|copy|getvalue|read|getbuffer)$/.test(name)) {
    return object.form === "itself" && name === "copy" ? object : { ...object, form: "bytes" };
  }
  // The same bytes in a row.
  if (/^(flatten|ravel|squeeze)$/.test(name) || (name === "reshape" && call.constants.join() === "-1")) {
    return { ...object, form: "bytes" };
  }
  if (name === "astype") {
    const dtype = call.dtype(0);
    // As the bytes that they are.
    if (dtype === "uint8") return { ...object, form: "bytes" };
    return dtype ? known({ dtype }) : UNKNOWN;
  }
  return ofFacts(UNKNOWN, name, call);
}

function ofFacts(object: Value, name: string, call: Call): Value {
  const facts = object.kind === "facts" ? object.facts : {};
  const dtype = facts.dtype && { dtype: facts.dtype };
  if (facts.kind === "bytes" && name === "decode") return known({ kind: "string" });
  if (facts.kind === "string") return TEXT_GIVEN.test(name) ? known({ kind: "string" }) : UNKNOWN;
  switch (name) {
    case "astype": {
      const given = call.dtype(0);
      return known({ ...facts, ...(given && { dtype: given }) });
    }
    case "tobytes":
      return known({ kind: object.kind === "facts" && object.isEncodedImage ? "image" : "bytes" });
    case "reshape": {
      const shape = shapeOf(call.constants.length === 1 ? call.constants[0] : (call.constants as number[]));
      const isKnown = shape && !call.constants.includes(undefined) && shape.length > 0;
      return known({ ...(isKnown && { kind: "tensor", shape }), ...dtype });
    }
    case "flatten":
    case "ravel":
      return known({ kind: "tensor", shape: [null], ...dtype });
    case "copy":
      return object;
    case "argmax":
    case "argmin":
    case "argsort":
      return libraryCall(`numpy.${name}`, { ...call, args: [object, ...call.args] }) ?? UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** Of a list or dict: what is put into it, and what it gives. */
function ofMany(object: Value & { kind: "list" | "dict" }, name: string, { args }: Call): Value {
  const [first = UNKNOWN] = args;
  if (object.kind === "dict" && name === "values")
    return {
      kind: "list",
      items: [joined(object.entries.map(([, value]) => value))],
      isOpen: object.entries.length > 0 ? "some" : "any",
    };
  if (name === "append") add(object, first);
  else if (name === "extend") add(object, first.kind === "list" ? joined(first.items) : UNKNOWN);
  else if (/^(insert|remove|pop|clear|reverse|sort|update|setdefault|popitem)$/.test(name))
    add(object, UNKNOWN);
  return UNKNOWN;
}

/** `map(operations=Decode(), input_columns="image")` */
function ofDataset(object: Value & { kind: "dataset" }, name: string, call: Call): Value {
  if (name === "create_dict_iterator" || name === "create_tuple_iterator") return UNKNOWN;
  if (name !== "map") return object;
  const operations = call.args[0] ?? call.keywords.get("operations");
  const first = operations?.kind === "list" ? operations.items[0] : operations;
  const given = call.constants[1] ?? call.constant("input_columns");
  const columns = typeof given === "string" ? [given] : Array.isArray(given) ? given : [];
  if (first?.kind === "decoder") call.claim(object.columns.get(String(columns[0])), "image");
  // What the first of several operations leaves is not what it was.
  const left = new Map(
    [...object.columns].map(([column, value]) => [
      column,
      columns.includes(column) || columns.length === 0 ? UNKNOWN : value,
    ]),
  );
  return { kind: "dataset", columns: left };
}
