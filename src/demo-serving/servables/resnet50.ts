/** The example servable `resnet50`: the name of what an image shows (protocol section 5). */

import type { InstanceMessage } from "../../wire/index.ts";
import { checkModelInputs, type ModelInput } from "../method/model-input.ts";
import { float32Of } from "../method/model-run.ts";
import type { Classification, Classifier } from "../model/classifier.ts";
import type { ReleaseGroup } from "../protocol/release.ts";
import type { Failure, Method, Outcome, Servable } from "../protocol/servable.ts";
import { encodedImage } from "../python/encoded-image.ts";
import { PythonError } from "../python/python-error.ts";
import { float32Array, fromPython, toPython } from "../python/python-value.ts";

const INPUT = "image";
const PIXELS = "pixels";

/**
 * Version 1 with the methods of the release, and one of this repo's own. Those take `image` (MS_BYTES, a JPEG, PNG, BMP
 * or TIFF) and give `label` (MS_STRING); `classify_top5` gives the five labels joined by `;`, and `score`, float32 (5,).
 * `classify_pixels_top5` gives the same for `pixels`, what preprocessing makes of an image: float32 RGB in [0, 1],
 * channels first.
 *
 * @param classifier gets all images of a request in one call; the caller closes it
 */
export function resnet50Servable(classifier: Classifier, group: ReleaseGroup): Servable {
  const method = (functionName: string, outputs: (classes: Classification) => InstanceMessage): Method => ({
    inputs: [INPUT],
    run: (instances) => classifyAll(instances, classifier, functionName, outputs),
  });
  // Named by the function that decodes the image, which is what fails when it can't be decoded (releases from 1.5).
  const methods = new Map<string, Method>([
    ["classify_top1", method("preprocess_eager", top1)],
    ["classify_top5", method("preprocess_eager", top5)],
    ["classify_pixels_top5", { inputs: [PIXELS], run: (instances) => classifyPixels(instances, classifier) }],
  ]);
  if (group === "D") {
    methods.set("classify_top1_batch", method("preprocess_batch", top1));
    methods.set("classify_top1_v2", method("call_resnet_model", top1));
    methods.set("classify_top1_v3", method("call_resnet_model_batch", top1));
  } else {
    methods.set("classify_top1_v1", method("preprocess_eager", top1));
  }
  return { name: "resnet50", versions: [1n], methods };
}

function top1({ labels }: Classification): InstanceMessage {
  return new Map([["label", fromPython(labels[0]!)]]);
}

/** Joined by `;` because labels have commas of their own: `tench, Tinca tinca`. */
function top5({ labels, scores }: Classification): InstanceMessage {
  return new Map([
    ["label", fromPython(labels.join(";"))],
    ["score", fromPython(float32Array(scores, [scores.length]))],
  ]);
}

async function classifyAll(
  instances: readonly InstanceMessage[],
  classifier: Classifier,
  functionName: string,
  outputs: (classes: Classification) => InstanceMessage,
): Promise<Outcome[]> {
  const failed = (text: string): Failure => ({
    failed: "function",
    function: functionName,
    phase: "Preprocess",
    stage: 1,
    text,
  });
  const images = instances.map(imageOf);
  const encoded = images.filter((image) => image instanceof Uint8Array);
  const classified = (encoded.length > 0 ? await classifier.classify(encoded) : []).values();
  return images.map((image) => {
    if (image instanceof PythonError) return failed(image.message);
    const outcome = classified.next().value!;
    return "error" in outcome ? failed(outcome.error) : outputs(outcome);
  });
}

/** The model alone, without a function before it. */
async function classifyPixels(
  instances: readonly InstanceMessage[],
  { input, classifyPixels }: Classifier,
): Promise<Outcome[]> {
  const defined: ModelInput[] = [{ dtype: "float32", shape: input }];
  const given = instances.map((instance) => {
    const pixels = instance.get(PIXELS)!;
    const complaint = checkModelInputs([pixels], defined);
    return complaint === undefined ? float32Of(pixels) : ({ failed: "input", text: complaint } as const);
  });
  const fitting = given.filter((pixels) => pixels instanceof Float32Array);
  const classified = (fitting.length > 0 ? await classifyPixels(fitting) : []).values();
  return given.map((pixels) => (pixels instanceof Float32Array ? top5(classified.next().value!) : pixels));
}

function imageOf(instance: InstanceMessage): Uint8Array | PythonError {
  try {
    return encodedImage(toPython(instance.get(INPUT)!));
  } catch (error) {
    if (error instanceof PythonError) return error;
    throw error;
  }
}
