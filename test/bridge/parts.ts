/**
 * The parts that tests put together; each ends with the test that started it.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { BridgeOptions } from "../../src/bridge/bridge.ts";
import { type Served, serve } from "../../src/bridge/serve.ts";

/** Serves a bridge to `worker`, and files of a directory that is not there, on any free port. */
export async function startBridge(worker: string, options: Partial<BridgeOptions> = {}): Promise<Served> {
  const served = await serve({ port: 0, bridge: { worker, ...options }, appDir: "/nonexistent" });
  onTestFinished(() => served.close());
  return served;
}

/**
 * A port that nobody listens on, below those that systems give out by themselves: no server of another test takes
 * it in the meantime.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((settle) => {
      server.once("error", () => settle(false));
      server.listen(port, "127.0.0.1", () => settle(true));
    });
    await new Promise((closed) => server.close(closed));
    if (isFree) return port;
  }
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
