/**
 * A Chromium for the browser tests: the machine's own if there is one, else one from npm (Linux), else Playwright's
 * download. The path found is handed on in `BROWSER_PATH`.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";

/** Carries a Chromium and the shared libraries that it needs, for Linux without any. */
const NPM_CHROMIUM = "@sparticuz/chromium@147.0.0";
const NPM_CHROMIUM_DIR = resolve(".cache/chromium");

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((path) =>
      join(process.env[variable] ?? "", path),
    ),
  ),
};

/** @returns the browser's path, or a sentence that says why there is none and what to do */
export async function findBrowser(): Promise<{ path: string } | { missing: string }> {
  const given = process.env.BROWSER_PATH;
  if (given !== undefined) {
    return existsSync(given)
      ? { path: given }
      : { missing: `BROWSER_PATH is ${given}, where there is no file.` };
  }
  const path = installed() ?? (await fromNpm()) ?? fromPlaywright();
  if (path) return { path };
  return {
    missing:
      "No Chrome, Chromium or Edge was found and none could be installed: install one, or set BROWSER_PATH to its program.",
  };
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command))),
    ...(PLACES[process.platform] ?? []),
  ];
  return candidates.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== "linux") return undefined;
  const manifest = join(NPM_CHROMIUM_DIR, "node_modules/@sparticuz/chromium/package.json");
  if (!existsSync(manifest)) {
    console.log(`No browser here: installing ${NPM_CHROMIUM} from npm into ${NPM_CHROMIUM_DIR} …`);
    const words = [
      "install",
      "--prefix",
      NPM_CHROMIUM_DIR,
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      NPM_CHROMIUM,
    ];
    if (spawnSync("npm", words, { stdio: "inherit" }).status !== 0) return undefined;
  }
  // With this set the package unpacks its shared libraries too and points the loader to them.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  try {
    const entry = createRequire(manifest).resolve("@sparticuz/chromium");
    const { default: chromium } = (await import(entry)) as { default: { executablePath(): Promise<string> } };
    return await chromium.executablePath();
  } catch (error) {
    console.error(`${NPM_CHROMIUM} can't be used: ${(error as Error).message}`);
    return undefined;
  }
}

function fromPlaywright(): string | undefined {
  try {
    execFileSync("npx", ["playwright-core", "install", "chromium"], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    const { chromium } = createRequire(import.meta.url)(
      "playwright-core",
    ) as typeof import("playwright-core");
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
