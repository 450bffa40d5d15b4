// The thread that runs the model. A run blocks for about 0.07 s an image, so it must not share the thread of
// the server's event loop.

import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import "@tensorflow/tfjs-backend-wasm";
import { type GraphModel, loadGraphModel } from "@tensorflow/tfjs-converter";
import { enableProdMode, setBackend, type Tensor, tensor4d, tidy } from "@tensorflow/tfjs-core";
import { readGraphModel } from "./graph-model.ts";
import type { RunReply, RunRequest, ThreadReady, ThreadStart } from "./messages.ts";
import { CHANNELS } from "./model-values.ts";
import { checkOutput, type ImageInput, imageInput } from "./signature.ts";
import { topClasses } from "./top-classes.ts";

// The page often runs on the same machine: its scrolling comes before the next label. On Linux this is the thread's
// own priority, elsewhere that of the demo's process.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Not allowed here: then both take what they get.
}

const port = parentPort!;
const { modelDir, count } = workerData as ThreadStart;

try {
  const { model, input } = await load();
  port.on("message", (request: RunRequest) => post(answer(model, input, request)));
  post({ ready: input });
} catch (error) {
  post({ failed: sentence(error) });
}

async function load(): Promise<{ model: GraphModel; input: ImageInput }> {
  // Production mode is what turns off tfjs' greeting to users of Node; errors are thrown as before.
  enableProdMode();
  const artifacts = await readGraphModel(modelDir);
  await setBackend("wasm");
  const model = await loadGraphModel({ load: async () => artifacts }).catch((error) => {
    throw new Error(`The model in ${modelDir} cannot be loaded: ${sentence(error)}`);
  });
  const input = imageInput(modelDir, model.inputs);
  warmUp(model, input);
  return { model, input };
}

/** The first run compiles kernels and takes three times as long, so it is done before the first request. */
function warmUp(model: GraphModel, input: ImageInput): void {
  let outputs: Tensor[];
  try {
    outputs = run(model, input, new Float32Array(input.height * input.width * CHANNELS));
  } catch (error) {
    throw new Error(`The model in ${modelDir} cannot be run: ${sentence(error)}`);
  }
  checkOutput(
    modelDir,
    outputs.map(({ shape }) => shape),
  );
  for (const output of outputs) output.dispose();
}

function answer(model: GraphModel, input: ImageInput, { id, values }: RunRequest): RunReply {
  try {
    const [output] = run(model, input, values) as [Tensor];
    const [rows, classes] = output.shape as [number, number];
    const scores = output.dataSync<"float32">();
    output.dispose();
    const rowOf = (index: number) => scores.subarray(index * classes, (index + 1) * classes);
    return { id, top: Array.from({ length: rows }, (_, index) => topClasses(rowOf(index), count)) };
  } catch (error) {
    return { id, error: sentence(error) };
  }
}

function run(model: GraphModel, { height, width }: ImageInput, values: Float32Array): Tensor[] {
  const batch = values.length / (height * width * CHANNELS);
  return tidy(() => [model.predict(tensor4d(values, [batch, height, width, CHANNELS]))].flat() as Tensor[]);
}

function post(message: ThreadReady | RunReply): void {
  port.postMessage(message);
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
