/** What `npm start` serves: built once for each state of the sources, and left alone as long as somebody serves it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { builtApp } from "../../src/cli/built-app.ts";
import { directoryOf } from "../bridge/parts.ts";

/** A checkout whose build is a copy of its one source. */
async function checkout() {
  const root = await directoryOf({ "src/app/main.ts": "one", "package.json": "{}" });
  const built: string[] = [];
  return {
    built,
    edit: (text: string) => writeFileSync(join(root, "src/app/main.ts"), text),
    folders: () => readdirSync(join(root, ".cache/app")).filter((name) => name !== "users"),
    start: (pid = process.pid, meanwhile = () => {}) =>
      builtApp({
        root,
        pid,
        build(folder) {
          built.push(folder);
          mkdirSync(folder);
          meanwhile();
          writeFileSync(join(folder, "app.js"), readFileSync(join(root, "src/app/main.ts")));
        },
      }),
  };
}

const served = (folder: string) => readFileSync(join(folder, "app.js"), "utf8");

/** Another process, as that of another start. */
async function startOther() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  onTestFinished(end);
  return { pid: child.pid!, end };
}

it("nothing is built twice as long as no source changes", async () => {
  const { built, start } = await checkout();
  const first = start();
  expect(start()).toBe(first);
  expect(built).toHaveLength(1);
});

it("a second start after a change leaves the first one its files, until that has ended", async () => {
  const { edit, folders, start } = await checkout();
  const other = await startOther();
  const first = start(other.pid);
  edit("two");
  const second = start();
  expect([served(first), served(second)]).toEqual(["one", "two"]);
  await other.end();
  expect(start()).toBe(second);
  expect(folders()).toHaveLength(1);
});

it("two starts at the same time have the whole app both", async () => {
  const { built, folders, start } = await checkout();
  const other = await startOther();
  let second = "";
  const first = start(process.pid, () => {
    second = start(other.pid);
  });
  expect(second).toBe(first);
  expect([built.length, served(first)]).toEqual([2, "one"]);
  expect(folders()).toHaveLength(1);
});

it("a build that fails leaves nothing that a later start would serve", async () => {
  const { start } = await checkout();
  const fails = () => {
    throw new Error("vite build failed");
  };
  expect(() => start(process.pid, fails)).toThrow("vite build failed");
  expect(served(start())).toBe("one");
});
