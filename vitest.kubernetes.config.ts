import { defineConfig } from "vitest/config";

/** `npm run test:kubernetes`: what needs Helm, kubeconform and egctl, which Go builds the first time. */
export default defineConfig({
  test: {
    include: ["test/kubernetes/**/*.test.ts"],
    reporters: ["default", "./test/setup/closing-line.ts"],
    testTimeout: 60_000,
    // A tool that is not there yet is built.
    hookTimeout: 3_600_000,
    fileParallelism: false,
  },
});
