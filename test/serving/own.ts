/** A real Serving for one file's tests alone, which may kill it, and a bridge before it. */

import { readdirSync, readFileSync } from "node:fs";
import { serve } from "../../src/bridge/serve.ts";
import { Client, type ClientOptions } from "../../src/client/index.ts";
import { forgetServables } from "../../src/client/serving/known-servables.ts";
import { type RealServing, startRealServing } from "../../src/serving/real-serving.ts";

export interface OwnServing {
  serving: RealServing;
  /** The bridge's address. */
  url: string;
  client(servable: string, method: string, options?: ClientOptions): Client;
  /** Ends the worker processes of a servable as a crash does. @returns how many there were */
  kill(servable: string): number;
  /** Process ids of a servable's workers. */
  workers(servable: string): number[];
  close(): Promise<void>;
}

/** @param workers processes for each servable */
export async function startOwn(only: readonly string[], workers = 1): Promise<OwnServing> {
  const serving = await startRealServing({ port: 0, only, workers });
  const bridge = await serve({ port: 0, bridge: { worker: serving.address }, appDir: "/nonexistent" });
  forgetServables();
  const pids = (servable: string) => workersOf(serving.pid, servable);
  return {
    serving,
    url: bridge.url,
    client: (servable, method, options = {}) => new Client(bridge.url, servable, method, options),
    workers: pids,
    kill(servable) {
      const found = pids(servable);
      for (const pid of found) process.kill(pid, "SIGKILL");
      return found.length;
    },
    async close() {
      await bridge.close();
      await serving.close();
    },
  };
}

function workersOf(master: number, servable: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")[1];
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return Number(parent) === master && words.includes(`--servable_name=${servable}`);
      } catch {
        return false; // It has just ended.
      }
    })
    .map(Number);
}
