/** Packs the package once for all tests, as `npm publish` would. */

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { npm } from "./command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the tarball. */
    tarball: string;
    /** A folder that is gone after the last test. */
    folder: string;
  }
}

export default async function pack(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "package-"));
  await npm(".", "pack", "--pack-destination", folder);
  const [tarball] = await readdir(folder);
  project.provide("folder", folder);
  project.provide("tarball", join(folder, tarball!));
  return () => rm(folder, { recursive: true });
}
