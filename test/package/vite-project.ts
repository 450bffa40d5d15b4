/** Projects as `npm create vite` makes them, and Vite's servers of them. */

import { cp, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { npm, run } from "./command.ts";
import { startServer } from "./start-server.ts";

/** Of create-vite, in place of the latest. */
export const CREATE_VITE = "9.3.0";

/** A project with the package installed. */
export async function createProject(template: string): Promise<string> {
  const parent = await mkdtemp(join(inject("folder"), "newcomer-"));
  const words = [`create-vite@${CREATE_VITE}`, "my-page", "--template", template, "--no-interactive"];
  const { code, output } = await run(parent, "npx", ["--yes", ...words]);
  if (code !== 0) throw new Error(output);
  const folder = join(parent, "my-page");
  await cp(inject("tarball"), join(parent, "package.tgz"));
  await npm(folder, "install", "--no-audit", "--no-fund", "--prefer-offline", "../package.tgz");
  return folder;
}

/** Serves a project's page, or what was built of it, on a port of its own; gives the address. */
export async function startVite(folder: string, command: "dev" | "preview" = "dev"): Promise<string> {
  const port = await startServer(folder, "node_modules/vite/bin/vite.js", command, "--strictPort");
  return `http://localhost:${port}`;
}
