/** Where there is no page, or half of one: a framework's server, and the environments that tests of pages run in. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { node } from "./command.ts";
import { copyProject } from "./project.ts";

let folder: string;
let worker: DemoServing;
let proxy: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0 });
  // As jsdom, happy-dom and Jest name their pages' origins.
  const origins = ["http://localhost:3000", "http://localhost"];
  proxy = await serve({ port: 0, appDir: "/nonexistent", bridge: { worker: worker.address, origins } });
  folder = await copyProject("places");
  await writeFile(join(folder, "proxy.txt"), proxy.url);
});
afterAll(async () => {
  await proxy?.close();
  await worker?.close();
});

it.each(["jsdom", "happy-dom"])("a page's tests with Vitest call, in %s", async (environment) => {
  const { code, output } = await node(
    folder,
    "node_modules/vitest/vitest.mjs",
    "run",
    "--environment",
    environment,
  );
  expect(output).toContain("8 passed");
  expect(code).toBe(0);
});

it("a page's tests with Jest and jsdom import all entries, are told what is missing, and then call", async () => {
  const { code, output } = await node(
    folder,
    "node_modules/jest/bin/jest.js",
    "--env=jsdom",
    "--testMatch=**/jest.test.cjs",
  );
  expect(output).toContain("3 passed, 3 total");
  expect(code).toBe(0);
});

it("a framework's server imports the elements without defining them, and renders a page with them", async () => {
  const { output } = await node(folder, "server.js");
  expect(output.split("\n").slice(0, 3)).toEqual([
    '<serving-classifier multiple="true">array([[2., 2.], [2., 2.]], dtype=float32)</serving-classifier>',
    "undefined undefined undefined",
    "missing here: HTMLElement. Elements are made in a page, not on a server",
  ]);
});
