/** Every page of the app in Firefox and in WebKit: it is drawn, and photos are evaluated, through the real bridge. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "../elements/site.ts";
import { photoCalled, readingClassifier } from "./labelled-photos.ts";
import { firefoxPath, openRealm, type Realm } from "./realm.ts";
import { webKitMissing } from "./webkit.ts";

const PAGES = ["classify", "live", "evaluate", "add", "playground", "load", "inspector"];

const browsers: ["Firefox" | "WebKit", missing: string][] = [
  ["Firefox", firefoxPath || process.env.CI ? "" : "no Firefox here; install it, or set FIREFOX_PATH"],
  ["WebKit", webKitMissing],
];

describe.each(browsers)("the app in %s", (name, missing) => {
  let site: Site;
  let realm: Realm;
  beforeAll(async () => {
    if (missing) return;
    site = await startSite(readingClassifier(10));
    realm = await openRealm(name, site.url, "customElements");
  });
  afterAll(async () => {
    await realm?.close();
    await site?.close();
  });
  const skipped = missing && ` (skipped: ${missing})`;

  it.skipIf(missing)(`draws each of its pages, without an error${skipped}`, async () => {
    const drawn = await realm.evaluate(async (pages) => {
      const errors: string[] = [];
      addEventListener("error", ({ message }) => errors.push(message));
      addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
      const headings: string[] = [];
      for (const page of pages) {
        location.hash = `#/${page}`;
        for (;;) {
          const shell = document.querySelector("app-shell")?.shadowRoot;
          const heading = shell
            ?.querySelector(`app-${page}-page`)
            ?.shadowRoot?.querySelector("h1")?.textContent;
          if (heading) {
            headings.push(heading);
            break;
          }
          await new Promise(requestAnimationFrame);
        }
      }
      return { headings, errors };
    }, PAGES);
    expect(drawn.errors).toEqual([]);
    expect(new Set(drawn.headings).size).toBe(PAGES.length);
  });

  it.skipIf(missing)(`evaluates photos that a table gives labels${skipped}`, async () => {
    const photos = [1, 1, 2].map((label) => photoCalled(label).toString("base64"));
    const shown = await realm.evaluate(async (texts) => {
      location.hash = "#/evaluate";
      const until = async <T>(find: () => T | null | undefined | false): Promise<T> => {
        for (;;) {
          const found = find();
          if (found) return found;
          await new Promise(requestAnimationFrame);
        }
      };
      const page = await until(
        () => document.querySelector("app-shell")?.shadowRoot?.querySelector("app-evaluate-page")?.shadowRoot,
      );
      const intake = await until(() => page.querySelector("app-set-intake")?.shadowRoot);
      const input = await until(() => intake.querySelector<HTMLInputElement>("#set-files"));
      const given = new DataTransfer();
      for (const [i, text] of texts.entries()) {
        const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
        given.items.add(new File([bytes], `${i}.bmp`, { type: "image/bmp" }));
      }
      given.items.add(new File(["file,label\n0.bmp,kind 1\n1.bmp,kind 1\n2.bmp,kind 3\n"], "labels.csv"));
      input.files = given.files;
      input.dispatchEvent(new Event("change"));
      const start = await until(() => {
        const roots = [
          page,
          ...[...page.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []),
        ];
        return roots
          .flatMap((root) => [...root.querySelectorAll("button")])
          .find((one) => /^\s*(Evaluate|评估)\s*$/.test(one.textContent));
      });
      start.click();
      const figure = await until(() => {
        const top1 = page.querySelector("app-run-bar")?.shadowRoot?.querySelector("[data-figure=top1]");
        return /2\s*\D*3/.test(top1?.textContent ?? "") && top1;
      });
      return figure.textContent;
    }, photos);
    expect(shown).toMatch(/^66[.,]7\s?%2 of 3$/);
  });
});
