/** A picture's elements by MindSpore's own arithmetic. */

import { type Interpolation, planPixels } from "../exact/plan.ts";
import { resample } from "../exact/resample.ts";
import type { Sides } from "../exact/sizes.ts";
import { type Layout, normalize, type Table } from "../pixels/normalize.ts";
import type { Size } from "../placing/fit.ts";
import { type ExactSource, exactPixels } from "./exact-pixels.ts";

export interface ExactJob extends ExactSource {
  kind: "exact";
  resize: Sides | undefined;
  crop: Sides | undefined;
  interpolation: Interpolation;
  tables: readonly Table[];
  layout: Layout;
}

/** Decode, Resize, CenterCrop, then the tables; only the rows that count are read back from the decoder. */
export async function exactElements(job: ExactJob): Promise<Size & { data: Table }> {
  const { size: source, read, close } = await exactPixels(job);
  try {
    const plan = planPixels(source, job);
    const data = normalize(resample(plan, read), job.tables, job.layout, 3);
    return { ...plan.size, data };
  } finally {
    close();
  }
}
