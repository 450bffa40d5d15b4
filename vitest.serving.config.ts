import { defineConfig } from "vitest/config";

/** `npm run test:serving`: what needs the real MindSpore Serving, which is started once for all of it. */
export default defineConfig({
  test: {
    include: ["test/serving/**/*.test.ts"],
    reporters: ["default", "./test/setup/closing-line.ts"],
    globalSetup: "test/serving/start.ts",
    // One Serving, and browsers and proxies beside it: each file has the machine for itself.
    fileParallelism: false,
    testTimeout: 60_000,
    // Some files start a second Serving, with other limits.
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
