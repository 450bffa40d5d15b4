/** The machine's browsers as plain processes, to which nothing is attached: they open a page that measures itself. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { firefoxPath } from "../browser/realm.ts";
import { openDisplay, webKitPath } from "../browser/webkit.ts";
import { findBrowser } from "../setup/browser.ts";
import { type BrowserProcess, newProfile, startBrowser } from "./browser-process.ts";
import { startChromium } from "./chromium.ts";
import { type EngineName, missingEngine } from "./engines.ts";
import type { Posts } from "./posts.ts";

/**
 * What the page at this URL posts as its result.
 * @throws Error when the browser is not there (see {@link missingEngine}), ends, or its page fails
 */
export async function resultOf(name: EngineName, url: string, posts: Posts): Promise<unknown> {
  const posted = posts.posted("result");
  const { child, close } = await open(name, url);
  const ended = new Promise<never>((_, fail) =>
    child.once("exit", () => fail(new Error(`${name} has ended before its page was through`))),
  );
  return Promise.race([posted, ended]).finally(close);
}

function open(name: EngineName, url: string): Promise<BrowserProcess> {
  const missing = missingEngine(name);
  if (missing) throw new Error(missing);
  if (name === "chromium") return startChromium([url], "ignore");
  return name === "firefox" ? openFirefox(url) : openWebKit(url);
}

/** Its name and version, as it says itself. */
export async function versionOf(name: EngineName): Promise<string> {
  if (name === "webkit") {
    const display = await openDisplay();
    try {
      const version = textOf(webKitPath!, display.variables).replace(/^.*?(?=\d)/s, "");
      return `WebKitGTK ${version}`;
    } finally {
      await display.close();
    }
  }
  if (name === "firefox") return textOf(firefoxPath!).replace("Mozilla ", "");
  const found = await findBrowser();
  return "path" in found ? textOf(found.path).replace(/ built on.*/, "") : name;
}

function textOf(path: string, variables: NodeJS.ProcessEnv = {}): string {
  const env = { ...process.env, ...variables };
  return execFileSync(path, ["--version"], {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** No first page of its own, no questions, no calls home, and a clock as fine as it can be. */
const FIREFOX_SETTINGS = {
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.update.disabledForTesting": true,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "privacy.reduceTimerPrecision": false,
};

async function openFirefox(url: string): Promise<BrowserProcess> {
  const profile = newProfile();
  const settings = Object.entries(FIREFOX_SETTINGS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), settings.join(""));
  return startBrowser(firefoxPath!, ["--headless", "--no-remote", "--profile", profile, url], profile);
}

async function openWebKit(url: string): Promise<BrowserProcess> {
  const display = await openDisplay();
  const profile = newProfile();
  const home = { XDG_CACHE_HOME: profile, XDG_DATA_HOME: profile, XDG_CONFIG_HOME: profile };
  const browser = startBrowser(webKitPath!, [url], profile, {
    variables: { ...home, ...display.variables },
  });
  return {
    child: browser.child,
    async close() {
      await browser.close();
      await display.close();
    },
  };
}
