import { afterEach, describe, expect, it } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { RELEASES } from "../../src/demo-serving/protocol/release.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import type { InputValue } from "../../src/wire/input.ts";
import type { PredictReply } from "../../src/wire/message.ts";
import { decodeOutputs } from "../../src/wire/output.ts";
import { type FakeClassifier, fakeClassifier } from "./fake-classifier.ts";
import { type Caller, caller, request } from "./predict-call.ts";

const image = (text: string) => new TextEncoder().encode(text);
const BOTH = [2, 3] as const;

let worker: DemoServing;
let client: Caller;
let classifier: FakeClassifier;

async function start(release: string, answer?: () => Promise<void>): Promise<void> {
  classifier = fakeClassifier(answer);
  worker = await startDemoServing({ port: 0, release, classifier });
  client = caller(worker.address);
}
afterEach(async () => {
  client.close();
  await worker.close();
});

const classify = (method: string, images: InputValue[]) => {
  const instances = images.map((image) => ({ image }));
  return client.predict(request("resnet50", method, instances), BOTH);
};

const outputs = (reply: PredictReply) => reply.instances.map(decodeOutputs);

describe("methods", () => {
  const TAGS: Record<string, string | undefined> = {
    classify_top1: "preprocess_eager",
    classify_top5: "preprocess_eager",
    classify_top1_batch: "preprocess_batch",
    classify_top1_v2: "call_resnet_model",
    classify_top1_v3: "call_resnet_model_batch",
  };

  it.each(RELEASES)("of release %s", async (release) => {
    await start(release);
    const explains = release >= "1.5";
    const has = explains ? Object.keys(TAGS) : ["classify_top1", "classify_top5", "classify_top1_v1"];
    for (const method of [...Object.keys(TAGS), "classify_top1_v1"]) {
      const reply = await classify(method, [image("cat"), image("bad")]);
      if (!has.includes(method)) {
        expect(reply.errors[0]!.text).toBe(
          `Request servable(resnet50) method(${method}) , method is not available`,
        );
        continue;
      }
      expect(reply.instances.map(({ size }) => size)).toEqual([method === "classify_top5" ? 2 : 1, 0]);
      expect(reply.errors).toEqual([
        { code: 0, text: "" },
        explains
          ? {
              code: 3,
              text: `Call Function 'resnet50.${TAGS[method]}' Failed, method: '${method}', stage index(begin with 1): 1, error msg: cannot decode image: bad`,
            }
          : { code: 2, text: "Preprocess Failed" },
      ]);
    }
  });

  it("is version 1 only", async () => {
    await start("1.5");
    const images = [{ image: image("cat") }];
    const first = await client.predict(request("resnet50", "classify_top1", images, 1n), BOTH);
    expect(first.errors).toEqual([]);
    const second = await client.predict(request("resnet50", "classify_top1", images, 2n), BOTH);
    expect(second.errors[0]!.text).toBe(
      "Request servable(resnet50) method(classify_top1)  version(2) , servable is not available",
    );
  });
});

describe("classify_pixels_top5", () => {
  const pixels = (red: number) => tensor([red, 0, 0.25], "float32", [3, 1, 1]);
  const classifyPixels = (given: InputValue[]) =>
    client.predict(
      request(
        "resnet50",
        "classify_pixels_top5",
        given.map((one) => ({ pixels: one })),
      ),
      BOTH,
    );

  it.each(RELEASES)("gives labels and scores as classify_top5 does in release %s", async (release) => {
    await start(release);
    const [{ label, score }] = outputs(await classifyPixels([pixels(0.5)])) as [Record<string, unknown>];
    expect(label).toBe("0.5,0,0.25, 1;0.5,0,0.25, 2;0.5,0,0.25, 3;0.5,0,0.25, 4;0.5,0,0.25, 5");
    expect(String(score)).toBe("array([0.5    , 0.25   , 0.125  , 0.0625 , 0.03125], dtype=float32)");
  });

  it("fails what does not fit the model alone, and gives it the others in one call", async () => {
    await start("2.0");
    const reply = await classifyPixels([
      pixels(1),
      tensor([1]),
      tensor([1, 2, 3], "int32"),
      "cat",
      pixels(0),
    ]);
    expect(classifier.calls).toEqual([["1,0,0.25", "0,0,0.25"]]);
    expect(reply.instances.map(({ size }) => size)).toEqual([2, 0, 0, 0, 2]);
    expect(reply.errors.map(({ text }) => text)).toEqual([
      "",
      "Given model input 0 size 4 not match the size 12 defined in model",
      "Given model input 0 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model",
      "Given model input 0 size 0 not match the size 12 defined in model",
      "",
    ]);
  });
});

describe("replies", () => {
  it("gives top1 as one MS_STRING of empty shape", async () => {
    await start("1.5");
    const { instances } = await classify("classify_top1", [image("cat")]);
    expect(instances).toEqual([new Map([["label", { shape: [], dtype: 13, bytesVal: [image("cat, 1")] }]])]);
  });

  it("gives top5 as five labels and their scores", async () => {
    await start("1.5");
    const reply = await classify("classify_top5", [image("cat")]);
    const [{ label, score }] = outputs(reply) as [Record<string, unknown>];
    expect(label).toBe("cat, 1;cat, 2;cat, 3;cat, 4;cat, 5");
    expect(String(score)).toBe("array([0.5    , 0.25   , 0.125  , 0.0625 , 0.03125], dtype=float32)");
    expect(reply.instances[0]!.get("score")).toMatchObject({ shape: [5], dtype: 11 });
  });

  it("fails the bad image alone and classifies all in one call", async () => {
    await start("1.5");
    const reply = await classify("classify_top1", [image("cat"), image("bad"), image("dog")]);
    expect(outputs(reply)).toEqual([{ label: "cat, 1" }, {}, { label: "dog, 1" }]);
    expect(reply.errors.map(({ code }) => code)).toEqual([0, 3, 0]);
    expect(classifier.calls).toEqual([["cat", "bad", "dog"]]);
  });

  it("keeps labels beyond ASCII", async () => {
    await start("1.1");
    expect(outputs(await classify("classify_top1", [image("猫 😀")]))).toEqual([{ label: "猫 😀, 1" }]);
  });
});

describe("inputs other than bytes", () => {
  it("takes a 1-D uint8 tensor, fails texts and other shapes itself, and leaves the rest to the decoder", async () => {
    await start("1.5");
    const cat = image("cat");
    const reply = await classify("classify_top1", [
      tensor(cat),
      tensor([1, 2]),
      "cat",
      tensor(cat, "uint8", [1, 3]),
      cat,
    ]);
    // What is of another dtype is no image, whatever its bytes.
    expect(classifier.calls).toEqual([["cat", "\u0000", "cat"]]);
    expect(outputs(reply)).toEqual([{ label: "cat, 1" }, {}, {}, {}, { label: "cat, 1" }]);
    expect(reply.errors.map(({ text }) => text.split("error msg: ")[1])).toEqual([
      undefined,
      "cannot decode image: \u0000",
      "The type of the encoded image should be <class 'numpy.ndarray'>, but got <class 'str'>.",
      "The number of array dimensions of the encoded image should be 1, but got 2.",
      undefined,
    ]);
  });

  it("does not ask the classifier when no instance has an image", async () => {
    await start("1.3");
    const reply = await classify("classify_top1", ["a", "b"]);
    expect(reply).toMatchObject({ instances: [], errors: [{ code: 2, text: "Preprocess Failed" }] });
    expect(classifier.calls).toEqual([]);
  });
});

it("tells a classifier that broke as a failed model run", async () => {
  await start("1.2", () => Promise.reject(new Error("the model thread ended")));
  const { errors } = await classify("classify_top1", [image("cat"), image("dog")]);
  expect(errors).toEqual(
    Array(2).fill({ code: 3, text: "Serving Error: runtime error occurred: the model thread ended" }),
  );
});
