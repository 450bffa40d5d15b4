/** Prints one plain line at the end of a run: `N passed, N failed, N skipped`. */

import type { Reporter, TestModule } from "vitest/node";

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      // A file that can't be loaded has no tests to count.
      if (module.state() === "failed" && module.errors().length > 0) count.failed++;
    }
    count.failed += count.pending + errors.length;
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
