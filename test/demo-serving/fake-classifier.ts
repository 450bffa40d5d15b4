import type { Classification, Classifier, ClassifyOutcome } from "../../src/demo-serving/model/classifier.ts";

/** Stands in for the model; real images are classified in test/demo-serving/model/. */
export interface FakeClassifier extends Classifier {
  /** The images of each call so far, as texts; pixels as numbers with commas. */
  readonly calls: string[][];
}

/**
 * A classifier whose "images" are texts: `bad…` and a zero can't be decoded, any other gives five labels made of itself,
 * and so does a pixel.
 * @param answer waits before it answers, if given
 */
export function fakeClassifier(answer: () => Promise<void> = async () => {}): FakeClassifier {
  const calls: string[][] = [];
  return {
    name: "fake",
    input: [3, 1, 1],
    calls,
    async classify(images) {
      const texts = images.map((image) => new TextDecoder().decode(image));
      calls.push(texts);
      await answer();
      return texts.map(classifyText);
    },
    async classifyPixels(images) {
      calls.push(images.map(String));
      await answer();
      return images.map((image) => classification(String(image)));
    },
    async close() {},
  };
}

function classifyText(text: string): ClassifyOutcome {
  if (text.startsWith("bad") || text === "\u0000") return { error: `cannot decode image: ${text}` };
  return classification(text);
}

function classification(text: string): Classification {
  return {
    labels: [1, 2, 3, 4, 5].map((rank) => `${text}, ${rank}`),
    scores: Float32Array.of(0.5, 0.25, 0.125, 0.0625, 0.03125),
  };
}

/** A classifier that answers at once, by what it is given. */
export function answeringClassifier(answer: (image: Uint8Array) => Classification): Classifier {
  return {
    name: "answering",
    input: [3, 1, 1],
    classify: async (images) => images.map(answer),
    classifyPixels: async (images) => images.map(({ buffer }) => answer(new Uint8Array(buffer))),
    close: async () => {},
  };
}
