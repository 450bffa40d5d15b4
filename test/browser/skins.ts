/** The two that show photos and run on one engine: the app's page Classify, and a page with `<serving-classifier>`. */

import type { Page } from "playwright-core";
import type { PhotoSite } from "./photo-site.ts";

export interface Skin {
  name: string;
  open(page: Page, site: PhotoSite): Promise<void>;
  /** Photos that are given later are made smaller, to 640 pixels. */
  shrink(page: Page): Promise<void>;
}

const app: Skin = {
  name: "the app",
  open: async (page, site) => void (await page.goto(site.app)),
  shrink: (page) => page.getByRole("checkbox", { name: "Shrink before upload" }).check(),
};

const setAttribute = (page: Page, name: string, value: string) =>
  page
    .locator("serving-classifier")
    .evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value] as const);

const element: Skin = {
  name: "<serving-classifier>",
  open: async (page, site) => void (await page.goto(site.elementPage)),
  shrink: (page) => setAttribute(page, "shrink", "640"),
};

const waitingElement: Skin = {
  ...element,
  name: "<serving-classifier wait>",
  async open(page, site) {
    await element.open(page, site);
    await setAttribute(page, "wait", "");
  },
};

export const skins = { app, element, waitingElement };

/** As a reader chooses files. */
export async function give(
  page: Page,
  photos: Iterable<readonly [name: string, bytes: Buffer]>,
  mimeType = "image/jpeg",
) {
  const files = Array.from(photos, ([name, buffer]) => ({ name, mimeType, buffer }));
  await page.locator("input[type=file][multiple]").first().setInputFiles(files);
}

/** What a reader sees of each photo, in order: its name, its state, and its label or why there is none. */
export function seen(page: Page): Promise<string[]> {
  return page.getByRole("article").evaluateAll((cards) =>
    cards.map((card) => {
      const text = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? "";
      const why = text(".best") || text(".error") || text(".quiet:not(.synonyms)");
      // Where the message stands differs.
      return `${card.getAttribute("aria-label")} ${text(".state")}: ${why.replace(/ (above|below)\.$/, " …")}`;
    }),
  );
}

/** What is told of more than one photo: the first line of each message. */
export function messages(page: Page): Promise<string[]> {
  return page
    .getByRole("alert")
    .evaluateAll((alerts) =>
      alerts
        .map((alert) => alert.querySelector("p")?.textContent?.trim() ?? "")
        .filter((text) => text !== ""),
    );
}

export const tryAgain = (page: Page) =>
  page.getByRole("alert").getByRole("button", { name: "Try again" }).click();

export const remove = (page: Page, name: string) =>
  page.getByRole("button", { name: `Remove ${name}` }).click();
