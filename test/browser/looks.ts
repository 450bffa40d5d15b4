/**
 * `npm run looks`: every page and state of the running app in both languages, light and dark, on a phone and on a
 * desktop, as pictures in .cache/looks to be looked at. Words behind `--` pick states by name.
 */

import { mkdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "./browser.ts";
import { startCommand } from "./command.ts";
import { folderOf } from "./labelled-photos.ts";

const FOLDER = ".cache/looks";

/** Samples in folders by what they show, one of them in a wrong one and one by a name that no model has. */
async function sampleFolder(): Promise<string> {
  const sample = (name: string) => readFileSync(`dist/app/samples/${name}.jpg`);
  return folderOf({
    "giant_panda/panda.jpg": sample("panda"),
    "giant_panda/dome.jpg": sample("dome"),
    "dome/dome.jpg": sample("dome"),
    "my strawberries/strawberries.jpg": sample("strawberries"),
    "pot/broken.jpg": Buffer.from("no photo"),
    "pot/empty.jpg": "",
  });
}

const run = (page: Page) => page.locator("button.run:visible").click();

const STATES: Record<string, (page: Page, url: string) => Promise<unknown>> = {
  async classify(page, url) {
    await page.goto(url);
    await page.locator("app-sample-strip img").last().waitFor();
    for (const image of await page.locator("app-sample-strip img").all()) {
      await image.evaluate((one: HTMLImageElement) => one.decode());
    }
  },
  async classifyDone(page, url) {
    await page.goto(url);
    await page.locator("app-sample-strip button").last().click();
    await page
      .getByText(/8 photos · 8 done|共 8 张 · 完成 8 张/)
      .first()
      .waitFor();
  },
  async classifyGiven(page, url) {
    await page.goto(url);
    const panda = readFileSync("dist/app/samples/panda.jpg");
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
    const names = ["notes.txt", "data.json", "a long name of a film of the holidays at sea.mp4", "paper.pdf"];
    await page.locator("input#files").setInputFiles([
      ...[...names, "all.zip", "Thumbs.db"].map((name) => ({
        name,
        mimeType: "",
        buffer: Buffer.from("no"),
      })),
      { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: heic },
      { name: "scan.tiff", mimeType: "image/tiff", buffer: await sharp(panda).tiff().toBuffer() },
      { name: "panda.jpg", mimeType: "image/jpeg", buffer: panda },
    ]);
    await page.getByText(/6 files are not photos|6 个文件不是图片/).waitFor();
    await page
      .getByText(/2 done|完成 2 张/)
      .first()
      .waitFor();
  },
  async classifyFetching(page, url) {
    await page.goto(url);
    await page.route("https://pictures.example/*", (route) =>
      route.request().url().endsWith("/slow.jpg") ? undefined : route.abort(),
    );
    await page.locator("app-sample-strip button").first().click();
    await page.locator("app-photo-card article[data-state=done]").waitFor();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const addresses = ["closed.jpg", "closed.png", "slow.jpg"].map(
        (name) => `https://pictures.example/${name}`,
      );
      clipboardData.setData("text/plain", ["data:image/png,none", ...addresses].join("\n"));
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { bubbles: true, composed: true, clipboardData }),
      );
    });
    await page.getByText(/Fetching pictures: 3 of 4|正在获取图片：3/).waitFor();
  },
  async evaluate(page, url) {
    await page.goto(`${url}/#/evaluate`);
    await page.locator("app-set-intake button").first().waitFor();
  },
  async evaluateDone(page, url) {
    await page.goto(`${url}/#/evaluate`);
    await page.locator("#set-folder").setInputFiles(await sampleFolder());
    await page.locator("app-evaluate-page .panel button.primary").click();
    await page
      .getByText(/6 of 6 photos|6 \/ 6 张/)
      .first()
      .waitFor();
    await page.locator("app-judged-photos li").first().scrollIntoViewIfNeeded();
    await page.locator("app-small-photo canvas").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  },
  async code(page, url) {
    await page.goto(url);
    await page.locator("button.use").click();
    await page.locator("app-code-view #html").click();
    await page.locator("serving-classifier").waitFor();
  },
  async settings(page, url) {
    await page.goto(url);
    await page.locator("button.settings").click();
    await page.locator("#address").fill("not an address");
    await page.locator("#address").blur();
  },
  async status(page, url) {
    await page.goto(url);
    await page.locator("app-status .connected").waitFor();
    await page.locator("app-status .opener").click();
    await page.locator('app-status li[data-rung="method"].good').waitFor();
  },
  async statusDown(page, url) {
    await page.goto(url);
    await page.locator("app-status .connected").waitFor();
    await page.evaluate(() =>
      localStorage.setItem("settings", JSON.stringify({ address: "http://127.0.0.1:9" })),
    );
    await page.reload();
    await page.locator("app-status .down").waitFor();
    await page.locator("app-status .opener").click();
  },
  async add(page, url) {
    await page.goto(`${url}/#/add`);
    await page.locator("app-instance-row").first().waitFor();
  },
  async addDone(page, url) {
    await page.goto(`${url}/#/add`);
    await page.locator("app-instance-row").nth(1).locator("select").nth(1).selectOption("int32");
    await run(page);
    await page.locator("app-instance-row .failed").first().waitFor();
  },
  async addFailed(page, url) {
    await page.goto(`${url}/#/add`);
    await page.locator("button.missing").click();
    await page.locator("app-add-page app-failure-banner .box").waitFor();
  },
  async playground(page, url) {
    await page.goto(`${url}/#/playground`);
    await page.locator("app-input-editor").first().waitFor();
  },
  async playgroundSigned(page, url) {
    await page.goto(`${url}/#/playground?servable=resnet50&method=classify_pixels_top5`);
    await page.locator("app-input-editor .doc").first().waitFor();
  },
  async playgroundExample(page, url) {
    await page.goto(`${url}/#/playground?servable=add&method=add_common`);
    await page.locator(".examples button").first().click();
    await run(page);
    await page.locator("app-output-view").first().waitFor();
  },
  async playgroundUnlike(page, url) {
    await page.goto(`${url}/#/playground?servable=add&method=add_common`);
    await page.locator(".examples button").first().waitFor();
    await page.locator("app-input-editor select").last().selectOption("int32");
    await page.locator("app-input-editor .remove").first().click();
    await run(page);
    await page.locator(".anyway").waitFor();
  },
  async playgroundImage(page, url) {
    const photo = { kind: "image", doc: "A JPEG, PNG, BMP or TIFF file." };
    const methods = { classify_top5: { doc: "The five best labels.", inputs: { image: photo } } };
    await page.route("**/signatures.json", (route) =>
      route.fulfill({ json: [{ signature: 1, servable: "resnet50", methods }] }),
    );
    await page.goto(`${url}/#/playground?servable=resnet50&method=classify_top5`);
    await page.locator(".pick.wanted").waitFor();
    await page.getByRole("button", { name: /^(Add an instance|添加实例)$/ }).click();
    await page
      .locator("app-input-editor input[type=file]")
      .last()
      .setInputFiles("dist/app/samples/panda.jpg");
    await page.locator("app-file-picture img").waitFor();
  },
  async playgroundDone(page, url) {
    await page.goto(`${url}/#/playground?servable=add&method=add_cast`);
    await run(page);
    await page.locator("app-output-view").first().waitFor();
    await page.locator("app-history-list summary").click();
  },
  async playgroundFaults(page, url) {
    await page.goto(`${url}/#/playground`);
    await page.locator("app-input-editor textarea").first().fill("[[1, 2], [3]]");
    await run(page);
    await page.locator("app-input-editor .fault").waitFor();
  },
  async playgroundJson(page, url) {
    await page.goto(`${url}/#/playground`);
    await page.locator("app-playground-page .choice label").nth(1).click();
    await page.locator("app-playground-page .json textarea").waitFor();
  },
  async playgroundKept(page, url) {
    await page.goto(`${url}/#/playground?servable=add&method=add_cast`);
    await run(page);
    await page.locator("app-output-view").first().waitFor();
    await page.getByRole("button", { name: /^(Save|保存)$/ }).click();
    await page.locator("app-save-dialog button.primary").click();
    await page.locator("app-saved-list summary").click();
    await page.locator("app-history-list summary").click();
    await page.locator("app-history-list li button.bare").click();
    await page.locator(".reply.old").waitFor();
  },
  async playgroundShare(page, url) {
    await page.goto(`${url}/#/playground?servable=add&method=add_cast`);
    await page.getByRole("button", { name: /^(Copy link|复制链接)$/ }).click();
    await page.locator("app-share-dialog code").waitFor();
  },
  async playgroundHeatMap(page, url) {
    await page.goto(`${url}/#/playground?servable=add&method=add_cast`);
    await run(page);
    await page.getByRole("button", { name: /^(Heat map|热力图)$/ }).click();
  },
  async offline(page, url) {
    await page.goto(url);
    await page.locator("app-status .connected").waitFor();
    await page.context().setOffline(true);
    await page.locator(".notes p").waitFor();
  },
  async playgroundFailed(page, url) {
    await page.goto(`${url}/#/playground?servable=resnet50&method=nothing`);
    await run(page);
    await page.locator("app-playground-page app-failure-banner .box").waitFor();
  },
};

async function shoot(
  browser: Browser,
  url: string,
  name: string,
  locale: string,
  dark: boolean,
  width: number,
) {
  const context = await browser.newContext({
    locale,
    colorScheme: dark ? "dark" : "light",
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    isMobile: width < 600,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  try {
    await STATES[name]!(page, url);
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const path = `${FOLDER}/${name}-${locale.slice(0, 2)}-${dark ? "dark" : "light"}-${width}.png`;
    await page.screenshot({ path });
    console.log(path);
  } finally {
    await context.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const command = await startCommand(["--proxy", "bridge"]);
const browser = await launchBrowser();
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(STATES)) {
    for (const locale of ["en-US", "zh-CN"]) {
      for (const dark of [false, true]) {
        for (const width of [390, 1440]) await shoot(browser, command.url, name, locale, dark, width);
      }
    }
  }
} finally {
  await browser.close();
  await command.stop();
}
