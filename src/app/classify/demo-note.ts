/** What the page's server says of itself, when it is `npm start` with a Serving of its own. */

export interface DemoFacts {
  /** Name of the model whose weights the servable resnet50 runs. */
  model: string;
  /** Release of Serving whose answers the worker gives. */
  release: string;
  /** Whether it is the real MindSpore Serving, and not the demo worker. */
  real: boolean;
}

/** @returns `undefined` when the server is no demo, or says nothing of it */
export async function fetchDemoFacts(): Promise<DemoFacts | undefined> {
  try {
    const reply = await fetch("demo.json");
    return reply.ok ? demoFacts(await reply.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes only what has the expected form: another server may answer any address with anything. */
export function demoFacts(said: unknown): DemoFacts | undefined {
  const { demo, model, release, real } = (said ?? {}) as Record<string, unknown>;
  return demo === true && typeof model === "string" && typeof release === "string"
    ? { model, release, real: real === true }
    : undefined;
}
