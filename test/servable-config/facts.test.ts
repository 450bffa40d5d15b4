/** What functions tell of a method's inputs and outputs: only what is certain. */

import { describe, expect, it } from "vitest";
import type { ValueSignature } from "../../src/signature/index.ts";
import { read } from "./read.ts";

const HEAD = `
import base64, io, json
import cv2
import numpy as np
from PIL import Image
import mindspore.dataset as ds
import mindspore.dataset.transforms.c_transforms as C
import mindspore.dataset.vision.c_transforms as VC
from mindspore.dataset import vision
from mindspore_serving.server import register
model = register.declare_model(model_file="m.mindir", model_format="MindIR")
`;

/** What is known of the input of a method with one stage, which is given `x` or a batch of it. */
function inputOf(functions: string, stage = "register.add_stage(f, x, outputs_count=1)"): ValueSignature {
  const { methods } = read(
    `${HEAD}\n${functions}\n@register.register_method("y")\ndef m(x):\n    y = ${stage}\n    return y\n`,
  );
  return methods.m!.inputs!.x!;
}

/** What is known of the output of a method whose one stage gives an expression of `x`. */
function outputOf(expression: string, before = ""): ValueSignature {
  const { methods } = read(
    `${HEAD}\n${before}\ndef f(x):\n    return ${expression}\n@register.register_method("y")\ndef m(x):\n    return register.add_stage(f, x, outputs_count=1)\n`,
  );
  return methods.m!.outputs!.y!;
}

const BATCH = "register.add_stage(f, x, outputs_count=1, batch_size=4)";

describe("an image is what is certainly decoded", () => {
  const cases: Record<string, [functions: string, stage?: string]> = {
    "by Decode of 1.x": ["def f(x):\n    decode = VC.Decode()\n    return VC.Resize(8)(decode(x))"],
    "by Decode of 2.x, made once": ["decode = vision.Decode(to_pil=True)\ndef f(x):\n    return decode(x)"],
    "by the first of several operations": [
      "def f(x):\n    for op in [VC.Decode(), VC.Resize(8)]:\n        x = op(x)\n    return x",
    ],
    "by operations that are composed": ["def f(x):\n    return C.Compose([VC.Decode(), VC.HWC2CHW()])(x)"],
    "by OpenCV": [
      "def f(x):\n    return cv2.imdecode(np.frombuffer(x.tobytes(), np.uint8), cv2.IMREAD_COLOR)",
    ],
    "by OpenCV, from the array itself": [
      "def f(x):\n    return cv2.imdecode(np.asarray(x, dtype=np.uint8), 1)",
    ],
    "by Pillow": ["def f(x):\n    return np.array(Image.open(io.BytesIO(x.tobytes())).convert('RGB'))"],
    "by Pillow, in a with": [
      "def f(x):\n    with Image.open(io.BytesIO(x)) as picture:\n        return np.asarray(picture)",
    ],
    "by Decode, as bytes in a row": ["def f(x):\n    return VC.Decode()(x.reshape(-1).ravel())"],
    "by another function": ["def g(data):\n    return VC.Decode()(data)\ndef f(x):\n    return g(x)"],
    "by a function within it": ["def f(x):\n    def g():\n        return VC.Decode()(x)\n    return g()"],
    "by another function, given by its name": [
      "def g(flag, data):\n    return VC.Decode()(data)\ndef f(x):\n    return g(1, data=x)",
    ],
    "by a function that has some of its arguments": [
      "import functools\ndef g(flag, data):\n    return VC.Decode()(data)\nh = functools.partial(g, 1)\ndef f(x):\n    return h(x)",
    ],
    "under a decorator of the file's own": [
      "import functools\ndef logged(g):\n    @functools.wraps(g)\n    def inner(*args):\n        print(g.__name__)\n        return g(*args)\n    return inner\n@logged\ndef f(x):\n    return VC.Decode()(x)",
    ],
    "by a function that another one makes": [
      "def make(size):\n    def inner(x):\n        return VC.Resize(size)(VC.Decode()(x))\n    return inner\nf = make(8)",
    ],
    "by a function that is given each of a batch": [
      "def g(image):\n    return VC.Decode()(image)\ndef f(instances):\n    for instance in instances:\n        yield g(*instance)",
      BATCH,
    ],
    "by an import within it": ["def f(x):\n    import cv2 as cv\n    return cv.imdecode(x, 1)"],
    "behind a check": [
      "def f(x):\n    if x.size == 0:\n        raise ValueError('empty')\n    return VC.Decode()(x)",
    ],
    "with an error of its own": [
      "def f(x):\n    try:\n        return VC.Decode()(x)\n    except RuntimeError as e:\n        raise ValueError('no image') from e",
    ],
    "with something in a bad one's place": [
      "def f(x):\n    try:\n        return VC.Decode()(x)\n    except RuntimeError:\n        return np.zeros((3, 8, 8))",
    ],
    "one way or the other": [
      "def f(x):\n    if FAST:\n        y = VC.Decode()(x)\n    else:\n        y = cv2.imdecode(x, 1)\n    return y",
    ],
    "in a batch, by a loop": [
      "def f(instances):\n    for instance in instances:\n        image = instance[0]\n        yield VC.Decode()(image)",
      BATCH,
    ],
    "in a batch, taken apart": [
      "def f(instances):\n    for (image,) in instances:\n        yield VC.Decode()(image)",
      BATCH,
    ],
    "in a batch, by its places": [
      "def f(instances):\n    for i in range(len(instances)):\n        yield VC.Decode()(instances[i][0])",
      BATCH,
    ],
    "in a batch, as a list": [
      "def f(instances):\n    return [VC.Decode()(one[0]) for one in instances]",
      BATCH,
    ],
    "in a batch, counted": [
      "def f(instances):\n    for i, (image,) in enumerate(instances):\n        yield VC.Decode()(image)",
      BATCH,
    ],
    "in a batch of 1.x, by a dataset": [
      `def f(instances):
    def generator():
        for instance in instances:
            yield (instance[0],)
    data = ds.GeneratorDataset(generator, ["picture"], shuffle=False)
    data = data.map(operations=VC.Decode(), input_columns="picture", num_parallel_workers=8)
    data = data.map(operations=C.Compose([VC.Resize(8)]), input_columns=["picture"])
    for row in data.create_dict_iterator():
        yield (row["picture"],)`,
      "register.call_preprocess_pipeline(f, x)",
    ],
  };
  it.each(Object.entries(cases))("%s", (_, [functions, stage]) => {
    expect(inputOf(functions, stage)).toEqual({ kind: "image" });
  });

  it("in another file of the servable", () => {
    const { methods } = read(
      `${HEAD}from .pictures import preprocess\n@register.register_method("y")\ndef m(x):\n    return register.add_stage(preprocess, x, outputs_count=1)\n`,
      {
        ".pictures":
          "from mindspore.dataset import vision\nfrom .sizes import SIDE\ndef preprocess(image):\n    return vision.Resize(SIDE)(vision.Decode()(image))\n",
      },
    );
    expect(methods.m!.inputs).toEqual({ x: { kind: "image" } });
  });
});

describe("what is not certain is left out", () => {
  const cases: Record<string, string> = {
    "an image or pixels": "def f(x):\n    if x.ndim == 1:\n        x = VC.Decode()(x)\n    return x",
    "pixels where it is no image":
      "def f(x):\n    try:\n        return VC.Decode()(x)\n    except RuntimeError:\n        return x.reshape(8, 8)",
    "an image behind a return": "def f(x):\n    if x.ndim == 3:\n        return x\n    return VC.Decode()(x)",
    "an image in a comprehension that may be empty":
      "def f(x):\n    return [VC.Decode()(x) for _ in tiles()]",
    "an image in a loop over what may be empty":
      "def f(x):\n    for _ in tiles():\n        VC.Decode()(x)\n    return x",
    "an image in a loop that may not run":
      "def f(x):\n    while more():\n        VC.Decode()(x)\n    return x",
    "an image in an expression that may not be looked at": "def f(x):\n    return FAST and VC.Decode()(x)",
    "an image in base64": "def f(x):\n    return VC.Decode()(np.frombuffer(base64.b64decode(x), np.uint8))",
    "the path of an image": "def f(x):\n    return Image.open(x)",
    "another package's Decode": "from mine import Decode\ndef f(x):\n    return Decode()(x)",
    "a local variable with the package's name": "def f(x):\n    cv2 = make()\n    return cv2.imdecode(x, 1)",
    "something that was made of it": "def f(x):\n    return VC.Decode()(decrypt(x))",
    "a function that calls itself": "def f(x):\n    return f(x)",
    "a text and an image": "def f(x):\n    x.split()\n    return VC.Decode()(x)",
    "an image that may be pixels, in a loop that goes on":
      "def f(x):\n    for _ in [1]:\n        if x.ndim == 3:\n            continue\n        VC.Decode()(x)\n    return x",
    "an image that may be pixels, in a loop that ends":
      "def f(x):\n    for _ in [1]:\n        if x.ndim == 3:\n            break\n        VC.Decode()(x)\n    return x",
    "an image that a decorator makes something else of":
      "def of_text(g):\n    def inner(y):\n        return g(base64.b64decode(y))\n    return inner\n@of_text\ndef f(x):\n    return VC.Decode()(x)",
    "an image under a decorator that can't be read":
      "from elsewhere import wrapped\n@wrapped\ndef f(x):\n    return VC.Decode()(x)",
    "a text or an array that is parted": "def f(x):\n    x.partition(3)\n    return x",
    "an image in a list that may be empty":
      "def f(x):\n    tiles = []\n    while more():\n        tiles.append(1)\n    for _ in tiles:\n        VC.Decode()(x)\n    return x",
    "any numbers": "def f(x):\n    return x.astype(np.float32) * 2",
  };
  it.each(Object.entries(cases))("%s", (_, functions) => {
    expect(inputOf(functions)).toEqual({});
  });
});

describe("texts, tensors and annotations", () => {
  it.each([
    ["x.split(' ')", "string"],
    ["x.strip().lower()", "string"],
    ["np.array([ord(c) for c in x.encode('utf-8')])", "string"],
    ["json.loads(x)['a']", "string"],
    ["model.call(x)", "tensor"],
    ["x.replace('a', 'b')", "string"],
    ["re.findall(r'\\w+', x)", "string"],
    ["jieba.lcut(x)", "string"],
    ["x.tobytes().decode('utf-8')", "bytes"],
    ["json.loads(x.tobytes())", "bytes"],
  ])("%s", (expression, kind) => {
    expect(inputOf(`def f(x):\n    return ${expression}`)).toEqual({ kind });
  });

  it.each<[statement: string, facts: ValueSignature]>([
    ["assert x.dtype == np.float32, 'float32 is needed'", { dtype: "float32" }],
    [
      "assert x.shape == (3, SIDE, SIDE) and x.dtype == 'int32'",
      { kind: "tensor", dtype: "int32", shape: [3, 8, 8] },
    ],
    ["if x.dtype != np.float16: raise TypeError('float16 is needed')", { dtype: "float16" }],
    [
      "if x.ndim != 2 or x.dtype != np.int8: raise ValueError()",
      { kind: "tensor", dtype: "int8", shape: [null, null] },
    ],
    ["if not x.ndim == 3: raise ValueError()", { kind: "tensor", shape: [null, null, null] }],
    ["assert x.dtype == np.uint8", {}],
    ["assert x.shape == (N, 3)", {}],
    ["if x.dtype == np.float32: x = x * 2", {}],
    ["if x.dtype != np.float32: x = x.astype(np.float32)", {}],
    ["if x.dtype != np.float32: raise TypeError()\n    elif x.ndim != 2: return 0", { dtype: "float32" }],
    ["if x.dtype != np.float32: log('not float32')\n    elif x.ndim != 2: return 0", {}],
    ["if np.float32 != x.dtype: raise TypeError()", { dtype: "float32" }],
    ["if x.dtype != np.dtype('int64'): raise TypeError()", { dtype: "int64" }],
    ["if x.dtype.name != 'int64': raise TypeError()", { dtype: "int64" }],
    ["if x.dtype not in (np.int8,): raise TypeError()", { dtype: "int8" }],
    ["if x.dtype not in (np.int8, np.int16): raise TypeError()", {}],
    ["kind = x.dtype\n    if kind != np.int8: raise TypeError()", { dtype: "int8" }],
    ["if len(x.shape) != 2: raise ValueError()", { kind: "tensor", shape: [null, null] }],
    ["if np.ndim(x) != 2: raise ValueError()", { kind: "tensor", shape: [null, null] }],
    ["if np.shape(x) != (2, 2): raise ValueError()", { kind: "tensor", shape: [2, 2] }],
    ["if list(x.shape) != [2, SIDE]: raise ValueError()", { kind: "tensor", shape: [2, 8] }],
    ["if x.ndim != 3 or x.shape[0] != 3: raise ValueError()", { kind: "tensor", shape: [3, null, null] }],
    ["if x.shape[-1] != SIDE or len(x.shape) != 2: raise ValueError()", { kind: "tensor", shape: [null, 8] }],
    ["channels, height, width = x.shape", { kind: "tensor", shape: [null, null, null] }],
    ["channels, *sides = x.shape", {}],
    ["if x.shape == (3, 4): return x\n    else: raise ValueError()", { kind: "tensor", shape: [3, 4] }],
    ["if x.shape == (3, 4): return x\n    raise ValueError()", { kind: "tensor", shape: [3, 4] }],
    ["if x.shape == (3, 4): return x", {}],
    ["if x.shape[0] != 3: raise ValueError()", {}],
    ["if len(x.shape) != 1: raise ValueError()", {}],
    ["if not isinstance(x, str): raise TypeError()", { kind: "string" }],
    ["if isinstance(x, str): x = base64.b64decode(x)", {}],
    ["if not isinstance(x, np.ndarray): raise TypeError()", {}],
    ["if not isinstance(x, bytes): raise TypeError()", {}],
    ["SIDE = int(x[0])\n    if x.shape != (2, SIDE): raise ValueError()", {}],
    ["try:\n        assert x.ndim == 2\n    except AssertionError:\n        log('odd')", {}],
  ])("a check: %s", (statement, facts) => {
    expect(inputOf(`SIDE = 8\ndef f(x):\n    ${statement}\n    return x`)).toEqual(facts);
  });

  it.each([
    ["a list", "models = [model, model]", "register.add_stage(models[1], x, outputs_count=1)"],
    [
      "a list, made in a comprehension",
      "models = [register.declare_model(n, 'MindIR') for n in ['a', 'b']]",
      "register.add_stage(models[0], x, outputs_count=1)",
    ],
    [
      "a list, made in a loop",
      "models = []\nfor n in NAMES:\n    models.append(register.declare_model(n, 'MindIR'))",
      "register.add_stage(models[i], x, outputs_count=1)",
    ],
    ["a dict", "models = {'a': model}", "register.add_stage(models['a'], x, outputs_count=1)"],
    [
      "a dict, made in a loop",
      "models = {}\nfor n in NAMES:\n    models[n] = register.declare_model(n, 'MindIR')",
      "register.add_stage(models['a'], x, outputs_count=1)",
    ],
  ])("what goes to a model is a tensor, the model kept in %s", (_, functions, stage) => {
    expect(inputOf(functions, stage)).toEqual({ kind: "tensor" });
  });

  it("what goes to what may be a model or a function is not known", () => {
    const functions = "stages = {'a': model}\ndef f(x):\n    return x\nstages['b'] = f";
    expect(inputOf(functions, "register.add_stage(stages[NAME], x, outputs_count=1)")).toEqual({});
  });

  it("what goes to a model is a tensor", () => {
    expect(inputOf("", "register.add_stage(model, x, outputs_count=1)")).toEqual({ kind: "tensor" });
    expect(inputOf("", "register.call_servable(x)")).toEqual({ kind: "tensor" });
  });

  it("an annotation tells a text and bytes, also of a stage's function and where it is optional", () => {
    const { methods } = read(`${HEAD}
def f(text: str, data: bytes): return text
@register.register_method(["y"])
def stage(text, data):
    return register.add_stage(f, text, data, outputs_count=1)
@register.register_method(["y"])
def own(a: Optional[str], b: t.Optional[bytes], c: str | None, d: "str", e: Union[str, bytes], f: List[str]):
    return a
`);
    expect(methods.stage!.inputs).toEqual({ text: { kind: "string" }, data: { kind: "bytes" } });
    expect(methods.own!.inputs).toEqual({
      a: { kind: "string" },
      b: { kind: "bytes" },
      c: { kind: "string" },
      d: { kind: "string" },
      e: {},
      f: {},
    });
  });

  it("an annotation of the method's own tells a text and bytes, and nothing that Serving does not hold to", () => {
    const { methods } = read(
      `${HEAD}\n@register.register_method(["y"])\ndef m(text: str, data: bytes, n: int, a: np.ndarray):\n    return register.add_stage(f, text, data, n, a, outputs_count=1)\n`,
    );
    expect(methods.m!.inputs).toEqual({ text: { kind: "string" }, data: { kind: "bytes" }, n: {}, a: {} });
  });
});

describe("outputs", () => {
  const cases: [expression: string, facts: ValueSignature, before?: string][] = [
    ["'text'", { kind: "string" }],
    ["f'{x}'", { kind: "string" }],
    ["';'.join(names)", { kind: "string" }],
    ["'%s!' % x", { kind: "string" }],
    ["'{}'.format(x)", { kind: "string" }],
    ["str(x)", { kind: "string" }],
    ["json.dumps({'a': 1})", { kind: "string" }],
    ["LABELS[np.argmax(x)]", { kind: "string" }, "LABELS = ['cat', 'dog']"],
    ["LABELS[int(x)]", { kind: "string" }, "LABELS = {0: 'cat', 1: 'dog'}"],
    ["LABELS[0]", {}, "LABELS = json.load(open('labels.json'))"],
    ["LABELS[:2]", {}, "LABELS = ['cat', 'dog']"],
    ["b'bytes'", { kind: "bytes" }],
    ["x.astype(np.uint8).tobytes()", {}],
    ["np.zeros(3).tobytes()", { kind: "bytes" }],
    ["cv2.imencode('.png', x)[1].tobytes()", { kind: "image" }],
    ["5", { kind: "scalar", dtype: "int64" }],
    ["0.5", { kind: "scalar", dtype: "float64" }],
    ["True", { kind: "scalar", dtype: "bool" }],
    ["len(x)", { kind: "scalar", dtype: "int64" }],
    ["float(x[0])", { kind: "scalar", dtype: "float64" }],
    ["np.argmax(x)", { kind: "scalar", dtype: "int64" }],
    ["np.argmax(x, axis=1)", { dtype: "int64" }],
    ["x.argmax()", { kind: "scalar", dtype: "int64" }],
    ["np.argsort(x)[::-1][:5]", { kind: "tensor", dtype: "int64" }],
    ["(-x).argsort()[:5]", { kind: "tensor", dtype: "int64" }],
    ["x[np.argsort(-x)[:5]]", { kind: "tensor" }],
    ["x[np.argsort(-x)[0]]", {}],
    ["x[np.argsort(-x)].astype(np.float32)", { kind: "tensor", dtype: "float32" }],
    ["(x / 2).astype(np.float32)", { dtype: "float32" }],
    ["(x / 2).astype('float16')", { dtype: "float16" }],
    ["(x / 2).astype(dtype=np.int32)", { dtype: "int32" }],
    ["(x / 2).astype(KIND)", {}],
    ["np.array(x, np.float32)", { dtype: "float32" }],
    ["np.zeros((2, 3), dtype=np.int8)", { kind: "tensor", dtype: "int8", shape: [2, 3] }],
    ["np.ones((SIDE, SIDE))", { kind: "tensor", dtype: "float64", shape: [4, 4] }, "SIDE = 4"],
    ["(x / 2).astype(np.float32).reshape(1, -1)", { kind: "tensor", dtype: "float32", shape: [1, null] }],
    ["(x / 2).astype(np.float32).reshape((3, 4))", { kind: "tensor", dtype: "float32", shape: [3, 4] }],
    ["np.float32(x)", { dtype: "float32" }],
    ["x * 2", {}],
    ["-1", { kind: "scalar", dtype: "int64" }],
    ["round(float(x[0]), 2)", { kind: "scalar", dtype: "float64" }],
    ["np.int32(len(x))", { kind: "scalar", dtype: "int32" }],
    ["x.shape[0]", { kind: "scalar", dtype: "int64" }],
    ["base64.b64encode(x)", { kind: "bytes" }],
    ["base64.b64encode(x).decode('ascii')", { kind: "string" }],
    ["np.array([x[0], x[1]], np.float32)", { kind: "tensor", dtype: "float32" }],
    ["x.astype(np.float32) * 2", {}],
    ["TABLE['a']", { kind: "string" }, "TABLE = {'a': 'text', 'b': 5}"],
    ["TABLE[str(x)]", {}, "TABLE = {'a': 'text', 'b': 5}"],
    ["LABELS[0]", {}, "LABELS = ['cat']\nLABELS[0] = 5"],
    ["x", {}],
    ["'a' if x else 'b'", { kind: "string" }],
    ["'a' if x else 5", {}],
    ["None", {}],
    ["str(x)", {}, "def str(x): return 5j"],
  ];
  it.each(cases)("%s is %j", (expression, facts, before) => {
    expect(outputOf(expression, before)).toEqual(facts);
  });

  it("several, by their places, from a tuple that a stage gives", () => {
    const { methods } = read(`${HEAD}
def f(score):
    best = np.argsort(score)[::-1][:5]
    labels = [NAMES[i] for i in best]
    return ";".join(labels), score[best], np.argmax(score)

@register.register_method(["label", "score", "index"])
def m(score):
    label, best, index = register.add_stage(f, score, outputs_count=3)
    return label, best, index

@register.register_method(["index", "given"])
def old(score):
    x = register.call_servable(score)
    label, best, index = register.call_postprocess(f, x)
    return index, score
`);
    expect(methods.m!.outputs).toEqual({
      label: { kind: "string" },
      score: { kind: "tensor" },
      index: { kind: "scalar", dtype: "int64" },
    });
    expect(methods.old!.outputs).toEqual({
      index: { kind: "scalar", dtype: "int64" },
      given: { kind: "tensor" },
    });
  });

  it("two ways that differ tell what they have in common", () => {
    const functions =
      "def g(x):\n    if x.size > 5:\n        return np.zeros(3, np.int32)\n    return np.zeros(5, np.int32)";
    expect(outputOf("g(x)", functions)).toEqual({ kind: "tensor", dtype: "int32" });
  });

  it("a text that is handed on stays one; bytes are an array by then", () => {
    expect(outputOf("x.strip() and x", "")).toEqual({});
    const { methods } = read(`${HEAD}
def same(x):
    x.strip()
    return x
def decode(x):
    VC.Decode()(x)
    return x
@register.register_method(["y"])
def text(x):
    return register.add_stage(same, x, outputs_count=1)
@register.register_method(["y"])
def picture(x):
    return register.add_stage(decode, x, outputs_count=1)
`);
    expect(methods.text!.outputs).toEqual({ y: { kind: "string" } });
    expect(methods.picture!.outputs).toEqual({ y: {} });
  });
});

describe("functions of stages that have one name, of which Serving runs the last for all", () => {
  const two = (first: string, second: string) =>
    read(
      `${HEAD}\n@register.register_method("y")\ndef a(x):\n    return register.add_stage(${first}, x, outputs_count=1)\n@register.register_method("y")\ndef b(x):\n    return register.add_stage(${second}, x, outputs_count=1)\n`,
    );
  const outputsOf = ({ methods }: ReturnType<typeof two>) => [methods.a!.outputs!.y, methods.b!.outputs!.y];

  it("tell nothing, and are said", () => {
    const found = two("lambda v: str(v)", "lambda v: len(v)");
    expect(outputsOf(found)).toEqual([{}, {}]);
    expect(found.notes[0]).toBe(
      "servable_config.py:18:31: another stage's function is named <lambda> too, and Serving runs this one for both: give each a name of its own. What they do is left out.",
    );
  });

  it.each([
    ["that is one function", "def f(x):\n    return str(x)"],
    [
      "that one decorator names",
      "import functools\ndef kept(g):\n    @functools.wraps(g)\n    def inner(v): return g(v)\n    return inner\n@kept\ndef f(x):\n    return str(x)\n@kept\ndef other(x):\n    return len(x)",
    ],
  ])("are told apart from one name %s", (_, functions) => {
    const text = `${HEAD}\n${functions}\n@register.register_method("y")\ndef a(x):\n    return register.add_stage(f, x, outputs_count=1)\n@register.register_method("y")\ndef b(x):\n    x = register.add_stage(${functions.includes("other") ? "other" : "f"}, x, outputs_count=1)\n    return register.add_stage(f, x, outputs_count=1)\n`;
    const { methods, notes } = read(text);
    expect(methods.a!.outputs!.y).toEqual({ kind: "string" });
    expect(notes.join()).not.toContain("another stage's function");
  });
});

it("a call of 1.1 to 1.3 that Serving does not find is said", () => {
  const { notes } = read(
    `${HEAD}\n@register.register_method("y")\ndef m(x):\n    x = register.call_preprocess(f, x)\n    return register.call_servable(x)\n`,
  );
  expect(notes[0]).toBe(
    "servable_config.py:16:12: Serving finds call_servable only in a line of its own: write y = register.call_servable(…), then return y.",
  );
});

it("what is not known is said, once for each method", () => {
  const { notes } = read(
    `${HEAD}\n@register.register_method(["y"])\ndef m(x):\n    return register.add_stage(model, x, outputs_count=1)\n`,
  );
  expect(notes).toEqual([
    "servable_config.py:14:5: m: the file does not tell all of input x (dtype, shape) and output y (kind, dtype, shape); what it does not tell is left out.",
  ]);
});
