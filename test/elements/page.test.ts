/** The elements as guests of a page: language, theme, styles, slots, accessibility, strange servers. */

import axe from "axe-core";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { answeringClassifier, fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { startSite, toldOf } from "./site.ts";
import { withSite } from "./with-site.ts";

let page: Page;
let complaints: string[];
const open = withSite(fakeClassifier, (opened) => {
  ({ page, complaints } = opened);
});

/** Pictures of the fake classifier are texts. */
const photo = (name: string, text = "owl") => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

const CLASSIFIER = `<serving-classifier accept="" multiple></serving-classifier>`;
const METHOD = `<serving-method servable="add" method="add_cast"></serving-method>`;

describe("the language", () => {
  it("is the page's, of each element's surroundings, and the element's own", async () => {
    await open(
      `<serving-classifier id="page"></serving-classifier>
       <div lang="en-GB"><serving-classifier id="around"></serving-classifier></div>
       <serving-classifier id="own" lang="zh-Hans"></serving-classifier>`,
      { lang: "zh-CN" },
    );
    const button = (id: string) => page.locator(`#${id}`).getByRole("button").textContent();
    expect(await Promise.all(["page", "around", "own"].map(button))).toEqual([
      "选择图片",
      "Choose a photo",
      "选择图片",
    ]);
    await page.evaluate(() => {
      document.documentElement.lang = "en";
    });
    await expect.poll(() => button("page")).toBe("Choose a photo");
    expect(await button("own")).toBe("选择图片");
  });

  it("is the browser's where no `lang` says one; errors and hints speak it too", async () => {
    await open(`<serving-method servable="add" method="add_common2"></serving-method>`, {
      lang: "",
      locale: "zh-CN",
    });
    await page.getByText(/处理办法：.*核对方法名/).waitFor();
    expect(await page.locator("serving-method [lang]").getAttribute("lang")).toBe("zh-CN");
  });
});

describe("the look", () => {
  const accent = () =>
    page
      .getByRole("button", { name: "Choose a photo" })
      .evaluate((button) => getComputedStyle(button).backgroundColor);

  it("follows the page's color-scheme, or `theme`", async () => {
    await open("<serving-classifier></serving-classifier>");
    await page.emulateMedia({ colorScheme: "dark" });
    const light = "rgb(11, 102, 96)";
    const dark = "rgb(116, 202, 189)";
    // The page itself stays light, so the element does.
    expect(await accent()).toBe(light);
    const theme = (name: string) =>
      page
        .locator("serving-classifier")
        .evaluate((element, name) => element.setAttribute("theme", name), name);
    await theme("auto");
    await expect.poll(accent).toBe(dark);
    await theme("light");
    await expect.poll(accent).toBe(light);
    await theme("dark");
    await expect.poll(accent).toBe(dark);
  });

  it("takes custom properties, and styles of parts", async () => {
    await open("<serving-classifier></serving-classifier>", {
      css: `serving-classifier { --serving-accent: rgb(90, 30, 120); }
            serving-classifier::part(button) { border-radius: 1px; }`,
    });
    expect(await accent()).toBe("rgb(90, 30, 120)");
    const button = page.getByRole("button", { name: "Choose a photo" });
    expect(await button.evaluate((element) => getComputedStyle(element).borderRadius)).toBe("1px");
  });
});

describe("slots", () => {
  it("hold the page's own prompt, empty state and footer", async () => {
    await open(`<serving-classifier accept="">
      <b slot="prompt">Which bird? <a href="#guide">Guide</a></b>
      <i slot="empty">Nothing yet</i>
      <small slot="footer">Run by us</small>
    </serving-classifier>`);
    for (const text of ["Which bird?", "Nothing yet", "Run by us"])
      expect(await page.getByText(text).isVisible()).toBe(true);
    expect(await page.getByText("Drop a photo here").isVisible()).toBe(false);
    // A link in the drop area is a link, not the area's button.
    await page.getByRole("link", { name: "Guide" }).click();
    expect(page.url()).toMatch(/#guide$/);
    await page.locator("input[type=file]").setInputFiles([photo("bird.jpg")]);
    await page.getByText("Done", { exact: true }).waitFor();
    expect(await page.getByText("Nothing yet").count()).toBe(1);
    expect(await page.getByText("Nothing yet").isVisible()).toBe(false);
    expect(await page.getByText("Run by us").isVisible()).toBe(true);
  });
});

describe("two scripts of one page", () => {
  it("may both define the elements", async () => {
    await open(CLASSIFIER);
    const same = await page.evaluate(async () => {
      const script = Object.assign(document.createElement("script"), {
        type: "module",
        src: "/elements.js?again",
      });
      await new Promise((loaded) => {
        script.onload = loaded;
        document.head.append(script);
      });
      return customElements.get("serving-classifier") === elements.ServingClassifier;
    });
    expect(same).toBe(true);
  });
});

describe("an element inside another shadow root", () => {
  it("has events that reach the document, and its language from outside", async () => {
    await open(`<div lang="zh-CN"><section id="host"><template shadowrootmode="open">
      <serving-classifier accept=""></serving-classifier></template></section></div>`);
    await page.getByRole("button", { name: "选择图片" }).waitFor();
    await page.locator("input[type=file]").setInputFiles([photo("owl.jpg")]);
    await page.getByText("完成", { exact: true }).waitFor();
    expect(await toldOf(page, "serving-result")).toMatchObject([
      { from: "host", detail: { file: "owl.jpg" } },
    ]);
    await page.evaluate(() => document.querySelector("div")!.setAttribute("lang", "en"));
    await page.getByRole("button", { name: "Choose a photo" }).waitFor();
  });
});

describe("the elements, for accessibility,", () => {
  /** What axe finds, in a page with every state on it. */
  async function findings(): Promise<string[]> {
    const { violations } = (await page.evaluate(`${axe.source}; axe.run(document)`)) as axe.AxeResults;
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  it.each([
    ["light", "en"],
    ["dark", "zh-CN"],
  ] as const)("have nothing that axe finds: %s, %s", async (theme, lang) => {
    await open(
      `${CLASSIFIER}<serving-classifier id="empty"></serving-classifier>
       <serving-classifier id="whole" accept="" method="nobody"></serving-classifier>${METHOD}
       <serving-method id="failing" servable="add" method="nobody"></serving-method>
       <serving-method id="learned" servable="resnet50" method="classify_top1"></serving-method>`,
      {
        lang,
        css: theme === "dark" ? ":root { color-scheme: dark; background: #181614; color: #ece7df; }" : "",
      },
    );
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles([photo("owl.jpg"), photo("bad.jpg", "bad")]);
    await page.locator("#whole input[type=file]").setInputFiles([photo("owl.jpg")]);
    await page.getByText("bad.jpg").first().waitFor();
    await page
      .locator("serving-classifier")
      .first()
      .getByRole("button", { name: /bad\.jpg/ })
      .first()
      .waitFor();
    await page.locator("#whole").getByRole("alert").getByRole("button").waitFor();
    await page.locator("#failing").getByRole("alert").getByRole("button").waitFor();
    await page.locator("#learned input").waitFor();
    const method = page.locator("serving-method").first();
    await method.getByRole("textbox").first().fill("1 2 3 4");
    await method.locator("[part=button]").click();
    await method.locator("[aria-invalid=true]").waitFor();
    expect(await findings()).toEqual([]);
    await method.getByRole("textbox").last().fill("1 2 3 4");
    await method.locator("[part=button]").click();
    await method.locator("[part=output], [part=error]").first().waitFor();
    expect(await findings()).toEqual([]);
  });

  it("are used by keyboard, in order, and have targets of 24 pixels or more", async () => {
    await open(CLASSIFIER);
    // Before the keys, which would overtake the browser's being told that somebody waits for it.
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose photos" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles([photo("owl.jpg"), photo("bad.jpg", "bad")]);
    await page.getByText("Failed", { exact: true }).waitFor();
    await page.getByText("Done", { exact: true }).waitFor();
    const names: string[] = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Tab");
      names.push(
        await page.evaluate(() => {
          const focused = document.activeElement!.shadowRoot!.activeElement!;
          return focused.getAttribute("aria-label") ?? focused.textContent!.trim();
        }),
      );
    }
    expect(names).toEqual([
      "Try 1 again",
      "Clear all",
      "Remove owl.jpg",
      "Try again: bad.jpg",
      "Remove bad.jpg",
    ]);
    for (const button of await page.getByRole("button").all()) {
      const { width, height } = (await button.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });

  it("don't move for people who want no motion", async () => {
    let answer = () => {};
    const slow = await startSite(fakeClassifier(() => new Promise((resolve) => (answer = resolve))));
    try {
      await open(CLASSIFIER, {}, slow);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.locator("input[type=file]").setInputFiles([photo("owl.jpg")]);
      await page.getByText("Running", { exact: true }).waitFor();
      const animations = () =>
        page.locator("serving-classifier").evaluate(({ shadowRoot }) => shadowRoot!.getAnimations().length);
      expect(await animations()).toBe(0);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      await expect.poll(animations).toBeGreaterThan(0);
    } finally {
      answer();
      // The call may still be on its way: the page that made it goes first, and complains of nothing.
      await page.goto("about:blank");
      await slow.close();
    }
  });
});

describe("an answer of a strange server", () => {
  const answering = (labels: string[], scores: number[]) =>
    answeringClassifier(() => ({ labels, scores: Float32Array.from(scores) }));

  it("has labels shown as text, never as markup, like file names", async () => {
    const strange = await startSite(answering(['<img src=x onerror="document.title=1">', "b"], [0.5, 0.25]));
    try {
      await open(CLASSIFIER, {}, strange);
      await page
        .locator("input[type=file]")
        .setInputFiles([photo('<img src=x onerror="document.title=2">.jpg')]);
      await page.locator("[part=best-label]", { hasText: "<img src=x" }).waitFor();
      expect(await page.locator("serving-classifier img").count()).toBe(1); // The preview.
      expect(await page.title()).toBe("test");
    } finally {
      await strange.close();
    }
  });

  it("keeps scores that aren't shares of one as they are, with bars relative to the best", async () => {
    const raw = await startSite(answering(["ox", "cow"], [12.5, 6.25]));
    try {
      await open(CLASSIFIER, {}, raw);
      await page.locator("input[type=file]").setInputFiles([photo("ox.jpg")]);
      const meter = page.getByRole("meter", { name: "cow" });
      await meter.waitFor();
      expect(await meter.getAttribute("aria-valuetext")).toBe("6.25");
      expect(await meter.getAttribute("aria-valuenow")).toBe("0.5");
    } finally {
      await raw.close();
    }
  });
});

it("works under Trusted Types with the one policy that it names, `lit-html`", async () => {
  await open(`${CLASSIFIER}${METHOD}`, {
    policy: "; require-trusted-types-for 'script'; trusted-types lit-html",
  });
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#f00" } })
    .png()
    .toBuffer();
  await page.evaluate(
    async (bytes) => {
      const element = document.querySelector("serving-classifier")!;
      element.shrink = 4;
      await element.classify(new File([Uint8Array.from(bytes)], "red.png", { type: "image/png" }));
    },
    [...png],
  );
  expect(await toldOf(page, "serving-result")).toHaveLength(1);
  await page.locator("serving-method").getByRole("textbox", { name: "x2" }).waitFor();
  // The worker for pictures would need a default policy of the page's; without it they are made ready in the page.
  expect(complaints.splice(0)).toEqual([
    "This document requires 'TrustedScriptURL' assignment. The action has been blocked.",
  ]);
});
