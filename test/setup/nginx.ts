/** The real nginx, with a server block of a test's: on PATH, or where Debian has it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { directoryOf } from "../bridge/parts.ts";

const program = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"]
  .map((folder) => join(folder, "nginx"))
  .find(existsSync);

export const skipWithoutNginx = program === undefined && !process.env.CI;

/** For the names of skipped tests. */
export const howToGetNginx = skipWithoutNginx
  ? " (skipped: no nginx here; Debian's nginx-light brings it)"
  : "";

/** Resolves when it listens; it ends with the test. */
export async function runNginx(server: string): Promise<void> {
  const folder = await directoryOf({});
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join("\n");
  const root = process.getuid?.() === 0 ? "user root;" : "";
  const http = `http { access_log off; ${temporary}\n${server} }`;
  const config = `daemon off; ${root} pid ${folder}/pid; error_log stderr notice; events {}\n${http}`;
  const files = await directoryOf({ "nginx.conf": config });
  const child = spawn(program!, ["-p", folder, "-e", "stderr", "-c", join(files, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  });
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.push(line);
      if (/start worker process \d+/.test(line)) ready();
    });
    child.once("exit", () => failed(new Error(`nginx ended: ${said.join("\n")}`)));
  });
}
