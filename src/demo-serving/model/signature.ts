/** A model input as the graph tells it; -1 is a dimension of any size. */
interface GraphInput {
  name: string;
  dtype: string;
  shape?: number[];
}

/** What the classifier has to know of a model's input. */
export interface ImageInput {
  /** Height and width in pixels to which every image is resized. */
  height: number;
  width: number;
  /** True if the graph takes one image a run, false if any number. */
  single: boolean;
}

/** Side in pixels where the signature leaves it open, as EfficientNet-B0's own does. */
const DEFAULT_SIDE = 224;

const EXPECTED =
  "expected are one float32 input of images, shape (batch, height, width, 3), and one output of 1000 or 1001 ImageNet classes, shape (batch, 1000 or 1001)";

/**
 * Reads the image size from a graph's only input.
 *
 * @param modelDir named in the error.
 * @throws Error with one sentence, what is expected and what was found, if the input is no NHWC image.
 */
export function imageInput(modelDir: string, inputs: GraphInput[]): ImageInput {
  const [batch = 0, height = 0, width = 0, channels = 0] = inputs[0]?.shape ?? [];
  const isImage =
    inputs.length === 1 &&
    inputs[0]?.dtype === "float32" &&
    inputs[0].shape?.length === 4 &&
    (channels === 3 || channels === -1) &&
    (batch === 1 || batch === -1);
  if (!isImage) throw new Error(misfit(modelDir, inputs.map(describe).join(" and ")));
  return {
    height: height > 0 ? height : DEFAULT_SIDE,
    width: width > 0 ? width : DEFAULT_SIDE,
    single: batch === 1,
  };
}

/**
 * Checks the shapes that a run with one image gave. The signature is not asked: many graphs do not tell the
 * shape of their output.
 *
 * @throws Error with one sentence if this is not one row of 1000 or 1001 values.
 */
export function checkOutput(modelDir: string, shapes: number[][]): void {
  const [rows, classes] = shapes[0] ?? [];
  const fits = shapes.length === 1 && shapes[0]?.length === 2 && rows === 1;
  if (!fits || (classes !== 1000 && classes !== 1001)) {
    throw new Error(misfit(modelDir, shapes.map((shape) => `output (${shape.join(", ")})`).join(" and ")));
  }
}

function misfit(modelDir: string, found: string): string {
  return `The model in ${modelDir} does not fit: ${EXPECTED}; it has ${found || "no input"}.`;
}

function describe({ name, dtype, shape }: GraphInput): string {
  return `input ${name} ${dtype} (${shape?.join(", ") ?? "?"})`;
}
