/**
 * WebKit as Debian has it: WebKitGTK's small browser, driven over WebDriver (W3C), on a display of its own. It
 * has Safari's engine, but neither its network stack nor its image decoders.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { freePort } from "../bridge/parts.ts";
import type { Realm } from "./realm.ts";

const DRIVER = "/usr/bin/WebKitWebDriver";
const DISPLAY = "/usr/bin/Xvfb";

/** `/usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser` */
export const webKitPath = existsSync("/usr/lib")
  ? readdirSync("/usr/lib", { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes("-linux-"))
      .flatMap(({ name }) =>
        ["4.1", "4.0"].map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`),
      )
      .find(existsSync)
  : undefined;

/** What is missing for it, as a sentence for the names of skipped tests; empty when it can run. */
export const webKitMissing =
  webKitPath !== undefined && existsSync(DRIVER) && existsSync(DISPLAY)
    ? ""
    : "no WebKit here; Debian's webkit2gtk-driver and xvfb bring it";

/** Opens the page at `address`, which puts what is to be tested at this global name. */
export async function openWebKit(address: string, global = "serving"): Promise<Realm & { version: string }> {
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, ...display.variables },
  });
  const command = webDriver(`http://127.0.0.1:${port}`);
  const { sessionId, capabilities } = await command<Session>("POST", "/session", {
    capabilities: {
      alwaysMatch: { "webkitgtk:browserOptions": { binary: webKitPath, args: ["--automation"] } },
    },
  });
  const session = `/session/${sessionId}`;
  await command("POST", `${session}/url`, { url: `${address}/` });
  return {
    version: capabilities.browserVersion,
    async evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
      const { value, error } = await command<{ value: R; error?: string }>(
        "POST",
        `${session}/execute/async`,
        {
          script: `const [argument, done] = arguments;
          const ready = () => "${global}" in globalThis ? undefined : new Promise((next) => setTimeout(next, 10)).then(ready);
          Promise.resolve(ready()).then(() => (${run})(argument))
            .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
          args: [argument],
        },
      );
      if (error !== undefined) throw new Error(error);
      return value;
    },
    async close() {
      await command("DELETE", session);
      await Promise.all([end(driver), display.close()]);
    },
  };
}

/** A display of its own, without a screen. */
export async function openDisplay(): Promise<{ variables: NodeJS.ProcessEnv; close(): Promise<void> }> {
  const display = spawn(DISPLAY, ["-displayfd", "1", "-screen", "0", "1024x768x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = (await once(createInterface({ input: display.stdout! }), "line")) as [string];
  return { variables: { DISPLAY: `:${number}` }, close: () => end(display) };
}

interface Session {
  sessionId: string;
  capabilities: { browserVersion: string };
}

function webDriver(address: string) {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await untilItListens(() =>
      fetch(address + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    );
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebDriver ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/** The driver has no way to say that it is ready. */
async function untilItListens(call: () => Promise<Response>): Promise<Response> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (code !== "ECONNREFUSED") throw error;
    }
  }
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  process.kill();
  await once(process, "exit");
}
