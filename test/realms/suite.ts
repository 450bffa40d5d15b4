/** The client's tests as one module that runs anywhere, and gives what became of each. */

import { startTests, type Task, type VitestRunner } from "@vitest/runner";
import { connect } from "./reply-server.ts";

export interface TestReport {
  name: string;
  state: "passed" | "failed" | "skipped";
  errors: string[];
}

/** All but those with Node's own parts or Vitest's fake timers. */
const files = import.meta.glob([
  "../unit/*.test.ts",
  "../wire/*.test.ts",
  "!../unit/cli-options.test.ts",
  "!../unit/compress.test.ts",
  "!../unit/lockfile.test.ts",
  "!../unit/deadline.test.ts",
  "!../unit/infer-latest.test.ts",
]);

const TIMEOUT_MS = 30_000;

const runner: VitestRunner = {
  config: {
    root: "/",
    setupFiles: [],
    name: undefined,
    passWithNoTests: false,
    testNamePattern: undefined,
    allowOnly: false,
    sequence: { seed: 0, hooks: "stack", setupFiles: "list" },
    chaiConfig: undefined,
    maxConcurrency: 1,
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    retry: 0,
    includeTaskLocation: false,
    tags: [],
    tagsFilter: undefined,
    strictTags: false,
  },
  importFile: (path) => files[path]!(),
};

/** @param hub address of the server that stands in for `ReplyServer`s */
export async function runSuite(hub: string): Promise<TestReport[]> {
  const disconnect = await connect(hub);
  try {
    return (await startTests(Object.keys(files), runner)).flatMap((file) => reportsOf(file));
  } finally {
    disconnect();
  }
}

/** Of a file that could not even be read there is a failed entry of its own. */
function reportsOf(task: Task): TestReport[] {
  const errors = task.result?.errors?.map(({ message, diff }) => [message, diff].join("\n")) ?? [];
  const inner = task.type === "suite" ? task.tasks.flatMap((child) => reportsOf(child)) : [];
  if (task.type === "suite" && errors.length === 0) return inner;
  const state = errors.length > 0 ? "failed" : task.result?.state === "pass" ? "passed" : "skipped";
  return [{ name: task.fullName, state, errors }, ...inner];
}
