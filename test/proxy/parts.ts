/**
 * The parts that tests put together; each ends with the test that started it.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { BridgeOptions } from "../../src/proxy/bridge.ts";
import { type Served, serve } from "../../src/proxy/serve.ts";

/** Serves a bridge to `worker`, and files of a directory that is not there, on any free port. */
export async function startBridge(worker: string, options: Partial<BridgeOptions> = {}): Promise<Served> {
  const served = await serve({ port: 0, bridge: { worker, ...options }, appDir: "/nonexistent" });
  onTestFinished(() => served.close());
  return served;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A directory with these files, by path. */
export async function directoryOf(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "proxy-test-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  return directory;
}
