import { configDefaults, defineConfig } from "vitest/config";
import { cutLibraries } from "./build/cut/plugin.ts";

/** Tests run on what pages get of the two libraries; with WHOLE_LIBRARIES, on the packages as they come. */
const cut = !process.env.WHOLE_LIBRARIES;

export default defineConfig({
  plugins: cut ? [cutLibraries()] : [],
  test: {
    server: { deps: { inline: [/\?cut$/] } },
    include: ["test/**/*.test.ts"],
    // Three have commands of their own: npm run test:package takes minutes of installs, npm run test:serving the real
    // MindSpore Serving, npm run test:kubernetes tools that Go builds. The benchmark's packages bring tests of their own.
    exclude: [...configDefaults.exclude, "test/package/**", "test/serving/**", "test/kubernetes/**"],
    reporters: ["default", "./test/setup/closing-line.ts"],
    // Browsers, model loading and real servers start within a test file's own hooks.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a page does after a click may be a load, a probe and a call.
    expect: { poll: { timeout: 10_000 } },
  },
});
