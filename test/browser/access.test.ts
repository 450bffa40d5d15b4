/** What people without a mouse, with a tired hand, a dislike of motion or a slow network meet on every page. */

import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

const PAGES = ["classify", "evaluate", "add", "playground?servable=echo&method=same"];
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

let app: AppServer;
let page: Page;
eachWithAppPage((given, fresh) => {
  app = given;
  page = fresh;
});
beforeEach(() => page.addInitScript(LOOK));

interface Control {
  name: string;
  width: number;
  height: number;
  /** Whether arrow keys lead to it: of radio buttons the Tab key comes to the chosen one. */
  byArrows: boolean;
}

/** In the page: its controls, those inside shadow roots among them. */
declare global {
  /** Those that are seen, can be used, and are no link within a text. */
  var controls: () => Control[];
  /** The one with the focus; `undefined` when it has left the page. */
  var focused: () => (Control & { outlined: boolean }) | undefined;
  /** Animations and transitions under way. */
  var moving: () => number;
}

const LOOK = `
  const nameOf = (element) => {
    const text = element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.title || element.textContent;
    // Its words follow what the page finds out meanwhile.
    return (element.localName + " " + text.trim().replace(/\\s+/g, " ")).replace(/(Server status).*/, "$1");
  };
  const told = (element) => {
    // A box's label is part of the target.
    const target = /checkbox|radio/.test(element.type) ? element.labels[0] : element;
    const { width, height } = target.getBoundingClientRect();
    return { name: nameOf(element), width, height, byArrows: element.type === "radio" && !element.checked };
  };
  const roots = (root) => [root, ...[...root.querySelectorAll("*")].flatMap((one) => one.shadowRoot ? roots(one.shadowRoot) : [])];
  globalThis.controls = () => roots(document)
    .flatMap((root) => [...root.querySelectorAll("button, a[href], input, select, textarea, summary, [role=button]")])
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.closest("p, .unseen"))
    .filter((one) => one.getBoundingClientRect().width > 1)
    .map(told);
  globalThis.focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return undefined;
    const style = getComputedStyle(at);
    return { ...told(at), outlined: style.outlineStyle !== "none" || style.boxShadow !== "none" };
  };
  // A document's own list leaves out what moves in shadow roots.
  globalThis.moving = () => roots(document).flatMap((root) => root.getAnimations()).filter(({ playState, effect }) =>
    playState === "running" && effect.getComputedTiming().duration > 1).length;
`;

async function open(place: string, size: keyof typeof SIZES = "desktop") {
  await page.setViewportSize(SIZES[size]);
  await page.goto(`${app.url}/#/${place}`);
  // What is up is found out in two steps; to await one of them is to miss it now and then.
  await page.locator("app-status .opener:not(.checking)").waitFor();
  // A part that comes later is not there yet, or only its frame is.
  if (place === "add") await page.locator("app-instance-row").first().waitFor();
  if (place === "evaluate") await page.locator("app-set-intake button").first().waitFor();
  // The playground asks the server for the names of inputs.
  if (place.startsWith("playground")) await page.getByLabel("values of x", { exact: true }).waitFor();
}

describe.each(PAGES)("%s", (place) => {
  it("every control is reached by the Tab key, shows the focus, and lets go of it", async () => {
    await open(place);
    const all = await page.evaluate(() => controls());
    const reached: string[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => focused());
      if (!at) break;
      expect(at, `the focus is not seen on ${at.name}`).toMatchObject({ outlined: true });
      reached.push(at.name);
      expect(reached.length, `the focus goes in a circle: ${reached.slice(-6).join(" → ")}`).toBeLessThan(
        200,
      );
    }
    expect(reached[0]).toContain("Skip");
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ name, byArrows }) => !byArrows && !reached.includes(name))).toEqual([]);
  });

  it.each(["desktop", "phone"] as const)("every target has 24 pixels or more, on a %s", async (size) => {
    await open(place, size);
    const small = (await page.evaluate(() => controls())).filter(
      ({ width, height }) => Math.min(width, height) < 24,
    );
    expect(small).toEqual([]);
  });

  it("nothing moves for those who want no motion", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(place);
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(() => moving())).toBe(0);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await page.evaluate(() => moving())).toBe(0);
  });
});

it("a phone has links to all pages, those without room in a menu that the keyboard opens too", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(app.url);
  const nav = page.getByRole("navigation");
  const more = nav.getByRole("button", { name: "More" });
  await more.waitFor();
  const [button, place] = [(await more.boundingBox())!, (await nav.boundingBox())!];
  expect(button.x + button.width).toBeLessThanOrEqual(place.x + place.width);
  const shown = async () => (await nav.getByRole("link").allTextContents()).join(" ");
  expect(await shown()).toBe("Classify Evaluate Playground");
  await more.press("Enter");
  expect(await shown()).toBe("Classify Evaluate Playground Live Add Load Inspector");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Add matrices" }).waitFor();
  expect(await shown()).toBe("Classify Evaluate Playground");
});

it("the three pages work over a network of the third generation", async () => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  // Chromium's own "Slow 3G": 400 kbit/s, and 400 ms to and fro.
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  page.setDefaultTimeout(30_000);
  await page.goto(`${app.url}/#/classify`);
  await page
    .getByRole("button", { name: /Choose/ })
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Add" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page
    .getByText("[[2. 2.] [2. 2.]]")
    .or(page.getByText(/array\(\[\[2\., 2\.\]/))
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Playground" }).click();
  await page.getByLabel("Servable").first().waitFor();
});
