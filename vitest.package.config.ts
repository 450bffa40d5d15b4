import { defineConfig } from "vitest/config";

/** `npm run test:package`: the tarball of `npm pack`, in projects made anew; they install from the npm registry. */
export default defineConfig({
  test: {
    include: ["test/package/*.test.ts"],
    reporters: ["default", "./test/setup/closing-line.ts"],
    globalSetup: "test/package/pack.ts",
    // Installs and foreign bundlers, one at a time: each uses all cores by itself.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
