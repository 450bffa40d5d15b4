/**
 * Prepares images and runs a model on them, some at a time. Preparing stays one batch ahead of the model, not more: the
 * values of a long list would fill memory.
 *
 * @param prepare gives an image's values, or why there are none
 * @param run gives one result for each image's values, in order; it is not asked for none
 * @returns one result, or why there is none, for each image, in order
 */
export async function inBatches<Image, Failed, Result>(
  images: readonly Image[],
  size: number,
  prepare: (image: Image) => Promise<Float32Array | Failed>,
  run: (values: readonly Float32Array[]) => Promise<Result[]>,
): Promise<(Result | Failed)[]> {
  const runBatch = async (prepared: readonly (Float32Array | Failed)[]): Promise<(Result | Failed)[]> => {
    const values = prepared.filter((image) => image instanceof Float32Array);
    const results = (values.length === 0 ? [] : await run(values)).values();
    return prepared.map((image) => (image instanceof Float32Array ? results.next().value! : image));
  };
  const all: (Result | Failed)[] = [];
  let running: Promise<(Result | Failed)[]> = Promise.resolve([]);
  for (let start = 0; start < images.length; start += size) {
    const [prepared, done] = await Promise.all([
      Promise.all(images.slice(start, start + size).map(prepare)),
      running,
    ]);
    all.push(...done);
    running = runBatch(prepared);
  }
  return [...all, ...(await running)];
}
