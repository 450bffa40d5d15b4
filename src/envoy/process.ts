/**
 * Runs a real Envoy as a child of this process.
 */
import { spawn } from "node:child_process";
import { accessSync, constants, rmSync, statSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { type Child, keepChild, LastLines, untilReady } from "../machine/index.ts";

/** Time that Envoy has to end its calls after SIGTERM, in milliseconds. */
const GRACE_MS = 3_000;
/** Lines of Envoy's log that an error quotes. */
const QUOTED_LINES = 5;
/** Time that Envoy has to become ready, in milliseconds: it looks up names and tries the workers first. */
const START_MS = 20_000;
/** What Envoy logs, at level debug, when its listeners accept connections. */
const READY = /worker entering dispatch loop/;
/** Envoy's own format: `[time][thread][level][component] [source] text`. */
const BELOW_WARNING = /^\[[^\]]*\]\[\d+\]\[(trace|debug|info)\]/;

/**
 * The Envoy to run: `ENVOY_PATH` when that is set, else `envoy` on `PATH`; `undefined` when there is none.
 * @throws Error when `ENVOY_PATH` names no program.
 */
export function findEnvoy(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.ENVOY_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(
      `ENVOY_PATH is ${JSON.stringify(named)}, but there is no such program: give the path of Envoy's program`,
    );
  }
  const places = (environment.PATH ?? "").split(delimiter).filter((directory) => directory !== "");
  return places.map((directory) => join(directory, "envoy")).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export interface EnvoyOptions {
  /** Path of the program. */
  binary: string;
  /** The configuration, as YAML. */
  config: string;
  /** Worker threads. Default: as many as the machine has cores. */
  concurrency?: number;
  /** Gets every line that Envoy logs at level warning or above. */
  onLog?: (line: string) => void;
  /** Gets every line of the access log, JSON each. */
  onAccess?: (line: string) => void;
}

/**
 * Resolves when Envoy accepts connections.
 * Rejects with an `Error` of one sentence, and the last lines of Envoy's log, when it ends before.
 */
export async function startEnvoy({
  binary,
  config,
  concurrency,
  onLog,
  onAccess,
}: EnvoyOptions): Promise<Child> {
  const directory = await mkdtemp(join(tmpdir(), "envoy-"));
  const file = join(directory, "envoy.yaml");
  await writeFile(file, config);
  // One component at "debug", because only its log tells when Envoy is ready.
  const levels = ["--log-level", "warning", "--component-log-level", "main:debug"];
  const threads = concurrency === undefined ? [] : ["--concurrency", String(concurrency)];
  const child = spawn(binary, ["--config-path", file, "--disable-hot-restart", ...levels, ...threads], {
    stdio: ["ignore", onAccess ? "pipe" : "ignore", "pipe"],
  });
  if (onAccess) createInterface({ input: child.stdout! }).on("line", onAccess);
  const last = new LastLines(QUOTED_LINES);
  let quiet = false;
  let closing = false;
  const envoy = keepChild(child, {
    endsAt: "close",
    stop() {
      closing = true;
      child.kill("SIGTERM");
    },
    graceMs: GRACE_MS,
    kill: () => child.kill("SIGKILL"),
    cleanUp: () => rmSync(directory, { recursive: true, force: true }),
  });
  // Envoy's last line is its reason, in plain words; those before it say where.
  const explain = (what: string) =>
    new Error(
      [`${what}: ${last.lines.at(-1) ?? "it gave no reason"}`, ...last.lines.slice(0, -1)].join("\n  "),
    );
  await untilReady(envoy, { name: "Envoy", limitMs: START_MS, explain }, (ready, failed) => {
    child.once("error", (error) => failed(new Error(`${binary} cannot be run: ${error.message}`)));
    createInterface({ input: child.stderr! }).on("line", (line) => {
      if (READY.test(line)) ready();
      // A message may go on over indented lines without a head of their own.
      if (!/^\s/.test(line)) quiet = BELOW_WARNING.test(line);
      if (quiet) return;
      last.add(line);
      if (!closing) onLog?.(line);
    });
  });
  return envoy;
}
