/**
 * Both demos as a person sees them: `npm start`, its page in a real Chromium, real photos, real weights, and the
 * texts that real servers send.
 */

import { describe, expect, it } from "vitest";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { bothDemos, NO_PICTURE } from "./both-demos.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { startCommand } from "./command.ts";

describe.each([
  { release: "1.5", proxy: "bridge", skip: false, through: "the bridge" },
  { release: "1.1", proxy: "bridge", skip: false, through: "the bridge" },
  { release: "1.5", proxy: "envoy", skip: skipWithoutEnvoy, through: "Envoy" },
])("a demo worker of release $release through $through", ({ release, proxy, skip }) => {
  if (skip) return void it.skip(`both demos${howToGetEnvoy}`);
  bothDemos(
    () => startCommand(["--proxy", proxy, "--release", release]),
    release === "1.1" ? { text: /Preprocess Failed/, cut: false } : NO_PICTURE,
  );
});

describe("in Chinese", () => {
  it("the page speaks the browser's language, errors and hints too", async () => {
    const command = await startCommand(["--proxy", "bridge"]);
    const browser = await launchBrowser();
    const page = await newPage(browser, "zh-CN");
    try {
      await page.goto(`${command.url}/#/add`);
      // The language is a part of the page that loads after it.
      await expect.poll(() => page.locator("html").getAttribute("lang")).toMatch(/^zh/);
      await page.getByRole("button", { name: /add_common2/ }).click();
      await page.getByText("method is not available").waitFor();
      await page.getByText(/核对方法名/).waitFor();
    } finally {
      await browser.close();
      await command.stop();
    }
  });
});
