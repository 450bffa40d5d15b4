/** `npm run pictures`: the README's pictures, taken from the running app into docs/images. */

import { mkdirSync } from "node:fs";
import sharp from "sharp";
import { launchBrowser } from "./browser.ts";
import { startCommand } from "./command.ts";

const FOLDER = "docs/images";
mkdirSync(FOLDER, { recursive: true });
const command = await startCommand(["--proxy", "bridge"]);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({
    locale: "en-US",
    viewport: { width: 1200, height: 800 },
    deviceScaleFactor: 2,
  });
  const save = async (name: string) => {
    // Whole, from its top, and with no button under the pointer.
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => scrollY === 0);
    const picture = await page.screenshot({ fullPage: true });
    await sharp(picture).resize({ width: 1600 }).webp({ quality: 85 }).toFile(`${FOLDER}/${name}.webp`);
    console.log(`${FOLDER}/${name}.webp`);
  };
  await page.goto(command.url);
  await page.getByRole("button", { name: "All 8" }).click();
  await page.getByText("8 photos · 8 done").first().waitFor();
  await save("classify");
  await page.goto(`${command.url}/#/add`);
  await page
    .getByRole("region", { name: "Instance 2" })
    .getByRole("combobox", { name: "dtype of x2" })
    .selectOption("int32");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page
    .getByText(/kMSI_Int32/)
    .first()
    .waitFor();
  await save("add");
} finally {
  await browser.close();
  await command.stop();
}
