/** What the page's server says about itself, when it is `npm start` with its own Serving. */

import { askOwnServer } from "../state/own-server.ts";

export interface DemoFacts {
  /** Name of the model whose weights the servable resnet50 runs. */
  model: string;
  /** Release of Serving whose answers the worker gives. */
  release: string;
  /** Whether it is the real MindSpore Serving, and not the demo worker. */
  real: boolean;
}

/** @returns `undefined` when the server isn't a demo, or doesn't say so */
export async function fetchDemoFacts(): Promise<DemoFacts | undefined> {
  return demoFacts(await askOwnServer());
}

/** Takes only what has the expected form: another server may answer any address with anything. */
export function demoFacts(said: unknown): DemoFacts | undefined {
  const { demo, model, release, real } = (said ?? {}) as Record<string, unknown>;
  return demo === true && typeof model === "string" && typeof release === "string"
    ? { model, release, real: real === true }
    : undefined;
}
