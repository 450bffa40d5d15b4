/** In the page: a stack's call, from its bundle. */

import { STACKS, type StackName } from "./stacks.ts";
import { type Item, makeWork, type WorkName } from "./work.ts";

/** One call of a stack, prepared as far as a page can prepare it. */
export type Call = () => Promise<unknown>;

export type Prepare = (address: string, instances: Item[][]) => Promise<Call>;
type Connect = (address: string) => (instances: Item[][]) => Promise<unknown>;

/** So long that a call which has not come back by then never will. */
const PATIENCE_MS = 60_000;

export async function callOf(name: StackName, address: string, instances: Item[][]): Promise<Call> {
  const { bundle, connect, prepared } = STACKS[name];
  const made = (await import(/* @vite-ignore */ `/stacks/${bundle}.js`))[connect] as unknown;
  if (prepared) return (made as Prepare)(address, instances);
  const call = (made as Connect)(address);
  return () => call(instances);
}

/** One call whose bytes the server compares with the right ones. @throws Error when they are others, or none comes back */
export async function check(name: StackName, work: WorkName, instances = makeWork(work)): Promise<void> {
  const call = await callOf(name, `${location.origin}/check/${work}`, instances);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  await Promise.race([call(), never]).finally(() => clearTimeout(timer));
}

/** For a table's cell. */
export function failureText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `failed: ${text.replace(/\s+/g, " ").replaceAll("|", "/").slice(0, 80)}`;
}

export function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export async function post(path: string, value: unknown): Promise<Response> {
  return fetch(`/post/${path}`, { method: "POST", body: JSON.stringify(value) });
}
