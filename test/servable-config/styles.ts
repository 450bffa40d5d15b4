/** Whole files, as people write them for the releases, and what can be known of their methods. */

import type { MethodSignature } from "../../src/signature/index.ts";

interface Style {
  title: string;
  text: string;
  /** Docs apart. */
  methods: Record<string, MethodSignature>;
}

const IMAGE = { kind: "image" } as const;
const TENSOR = { kind: "tensor" } as const;
const STRING = { kind: "string" } as const;

export const STYLES: readonly Style[] = [
  {
    title: "one model with functions before and behind it, as in 1.1",
    text: `
import numpy as np
try:
    from mindspore_serving.worker import register
except ImportError:
    from mindspore_serving.server import register

def cast_ids(user, items):
    return user.astype(np.int32), np.asarray(items, np.int32)

def best_items(score):
    order = np.argsort(-score)[:10]
    return order.astype(np.int32), score[order]

register.declare_servable(servable_file="ranking.mindir", model_format="MindIR", with_batch_dim=False)

@register.register_method(output_names="score")
def rank(user, items):
    score = register.call_servable(user, items)
    return score

@register.register_method(output_names=["items", "score"])
def recommend(user, items):
    user, items = register.call_preprocess(cast_ids, user, items)
    score = register.call_servable(user, items)
    items, score = register.call_postprocess(best_items, score)
    return items, score
`,
    methods: {
      rank: { inputs: { user: TENSOR, items: TENSOR }, outputs: { score: {} } },
      recommend: {
        inputs: { user: {}, items: {} },
        outputs: { items: { kind: "tensor", dtype: "int32" }, score: TENSOR },
      },
    },
  },
  {
    title: "functions that are given batches, as in 1.2",
    text: `
import mindspore.dataset as ds
import mindspore_serving.server.register as reg
import numpy as np
from mindspore.dataset import vision

ANIMALS = {0: "cat", 1: "dog"}

def to_pixels(instances):
    def rows():
        for one in instances:
            yield (one[0],)
    data = ds.GeneratorDataset(rows, column_names=["picture"], shuffle=False)
    data = data.map(operations=[vision.Decode(), vision.Resize((32, 32))], input_columns=["picture"])
    for row in data.create_dict_iterator(output_numpy=True):
        yield (row["picture"],)

def to_animal(instances):
    for (score,) in instances:
        best = int(np.argmax(score))
        yield ANIMALS[best], float(score[best])

reg.declare_servable(servable_file="animals.mindir", model_format="MindIR", with_batch_dim=True)

@reg.register_method(output_names=["animal", "confidence"])
def classify(picture):
    pixels = reg.call_preprocess_pipeline(to_pixels, picture)
    score = reg.call_servable(pixels)
    animal, confidence = reg.call_postprocess_pipeline(to_animal, score)
    return animal, confidence
`,
    methods: {
      classify: {
        inputs: { picture: IMAGE },
        outputs: { animal: STRING, confidence: { kind: "scalar", dtype: "float64" } },
      },
    },
  },
  {
    title: "a model on several devices, as from 1.3 on",
    text: `
from mindspore_serving.server import distributed, register

model = distributed.declare_servable(rank_size=8, stage_size=1, with_batch_dim=False)
NAME = "token"

@register.register_method(output_names=[f"{NAME}_scores"])
def next_token(tokens: "int32 (1, 1024)", position):
    scores = register.add_stage(model, tokens, position, outputs_count=1)
    return scores
`,
    methods: {
      next_token: { inputs: { tokens: TENSOR, position: TENSOR }, outputs: { token_scores: {} } },
    },
  },
  {
    title: "several models, kept in lists and dicts, as from 1.5 on",
    text: `
from mindspore_serving.server import register

FILES = ("encoder.mindir", "middle.mindir", "decoder.mindir")
models = [register.declare_model(model_file=f, model_format="MindIR", with_batch_dim=False) for f in FILES]
by_name = {}
for file, model in zip(FILES, models):
    by_name[file.split(".")[0]] = model

@register.register_method(output_names="y")
def chain(x):
    for model in models:
        x = register.add_stage(model, x, outputs_count=1)
    return x

@register.register_method(output_names=[f.replace(".mindir", "") for f in FILES])
def each(x):
    return tuple(register.add_stage(model, x, outputs_count=1) for model in models)

@register.register_method(output_names=["y"])
def decode(x):
    return register.add_stage(models[-1], x, outputs_count=1)
`,
    methods: {
      chain: { inputs: { x: TENSOR }, outputs: { y: {} } },
      each: { inputs: { x: TENSOR }, outputs: { encoder: {}, middle: {}, decoder: {} } },
      decode: { inputs: { x: TENSOR }, outputs: { y: {} } },
    },
  },
  {
    title: "texts, and a model with a context, as in 2.0",
    text: `
import numpy as np
from mindspore_serving.server import register
from mindspore_serving.server.register import Context, CPUDeviceInfo

context = Context(thread_num=2)
context.append_device_info(CPUDeviceInfo(precision_mode="fp16"))
model = register.declare_model("mood.ms", "MindIR_Lite", with_batch_dim=True, context=context)
LABELS = ["bad", "good"]
WORDS: dict = {}

LENGTH = 128

def tokenize(text):
    ids = [WORDS.get(word, 0) for word in text.lower().split()][:LENGTH]
    ids += [0] * (LENGTH - len(ids))
    return np.array(ids, dtype=np.int32), np.ones((LENGTH,), dtype=np.int32)

def softmax(logits):
    powers = np.exp(logits - np.max(logits))
    return (powers / powers.sum()).astype(np.float32)

def decide(logits):
    chances = softmax(logits)
    best = int(np.argmax(chances))
    return LABELS[best], chances[best], chances

@register.register_method(output_names=["label", "score", "chances"])
def mood(text):
    ids, mask = register.add_stage(tokenize, text, outputs_count=2, tag="tokenize")
    logits = register.add_stage(model, ids, mask, outputs_count=1, tag="model")
    label, score, chances = register.add_stage(decide, logits, outputs_count=3, tag="decide")
    return label, score, chances
`,
    methods: {
      mood: {
        inputs: { text: STRING },
        outputs: { label: STRING, score: { dtype: "float32" }, chances: { dtype: "float32" } },
      },
    },
  },
  {
    title: "functions of functions: decorators, partial, lambdas, named arguments",
    text: `
import functools
import io
import json
import numpy as np
from mindspore_serving.server import register

def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **options):
        return function(*args, **options)
    return wrapper

def opened(data, mode):
    from PIL import Image
    return Image.open(io.BytesIO(data)).convert(mode)

in_colour = functools.partial(opened, mode="RGB")

@timed
def to_pixels(photo):
    side = np.asarray(in_colour(photo).resize((416, 416)), dtype=np.float32)
    return side.transpose(2, 0, 1)

def as_json(pixels, options):
    wanted = json.loads(options)
    found = [{"x": float(v)} for v in pixels[0, 0] if v > wanted["least"]]
    return json.dumps(found), len(found)

@register.register_method(output_names=["boxes", "count"])
def detect(photo, options):
    pixels = register.add_stage(to_pixels, photo, outputs_count=1)
    boxes, count = register.add_stage(as_json, pixels, options, outputs_count=2)
    return boxes, count

@register.register_method(output_names=["y"])
def doubled(x):
    return register.add_stage(lambda v: (v * 2).astype(np.float16), x, outputs_count=1)
`,
    methods: {
      detect: {
        inputs: { photo: IMAGE, options: STRING },
        outputs: { boxes: STRING, count: { kind: "scalar", dtype: "int64" } },
      },
      doubled: { inputs: { x: {} }, outputs: { y: { dtype: "float16" } } },
    },
  },
  {
    title: "functions that check what they are given",
    text: `
from typing import Optional
import numpy as np
from mindspore_serving.server import register

SIDE = 28

def checked(pixels, scale, name: Optional[str]):
    if np.float32 != pixels.dtype or len(pixels.shape) != 3 or pixels.shape[0] != 1:
        raise ValueError("pixels are float32 (1, height, width)")
    if not scale.dtype == np.dtype("int32"):
        raise TypeError("scale is int32")
    _, height, width = pixels.shape
    return pixels * scale, "%s: %d x %d" % (name, height, width)

@register.register_method(output_names=("pixels", "text"))
def check(pixels, scale, name):
    pixels, text = register.add_stage(checked, pixels, scale, name, outputs_count=2)
    return pixels, text
`,
    methods: {
      check: {
        inputs: {
          pixels: { kind: "tensor", dtype: "float32", shape: [1, null, null] },
          scale: { dtype: "int32" },
          name: STRING,
        },
        outputs: { pixels: {}, text: STRING },
      },
    },
  },
  {
    title: "models that are called within functions",
    text: `
import numpy as np
from mindspore_serving.server import register

model = register.declare_model(model_file="embed.mindir", model_format="MindIR")

def embed(instances):
    inputs = []
    for instance in instances:
        inputs.append([instance[0]])
    for output in model.call(inputs):
        yield output[0].astype(np.float16)

def embed_one(x):
    return model.call(x)

@register.register_method("vector")
def many(x):
    return register.add_stage(embed, x, outputs_count=1, batch_size=32)

@register.register_method("vector")
def one(x):
    return register.add_stage(embed_one, x, outputs_count=1)
`,
    methods: {
      many: { inputs: { x: {} }, outputs: { vector: { dtype: "float16" } } },
      one: { inputs: { x: TENSOR }, outputs: { vector: {} } },
    },
  },
];
