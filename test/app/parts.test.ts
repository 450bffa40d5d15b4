/** The app's parts: their elements' names, and the words that they bring. */

import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { laterPart, type Part } from "../../src/app/parts/later-part.ts";
import { firstEn } from "../../src/app/words/en/first-paint.ts";

// What modules ask for when they are loaded, and Node may not have.
globalThis.customElements ??= { get: () => undefined, define: () => {} } as unknown as CustomElementRegistry;
globalThis.navigator ??= { hardwareConcurrency: 1 } as Navigator;

/** Every part that comes later, and the folders that its elements lie in. */
const PARTS: readonly (readonly [folders: string[], load: () => Promise<{ part: Part }>])[] = [
  [["add"], () => import("../../src/app/add/index.ts")],
  [["evaluate", "method", "place"], () => import("../../src/app/evaluate/index.ts")],
  [["load"], () => import("../../src/app/load/index.ts")],
  [["inspector"], () => import("../../src/app/inspector/index.ts")],
  [["live"], () => import("../../src/app/live/index.ts")],
  [["code"], () => import("../../src/app/code/index.ts")],
  [["settings", "place"], () => import("../../src/app/settings/index.ts")],
  [
    ["playground", "playground/request", "playground/kept", "playground/share", "viewer"],
    () => import("../../src/app/playground/index.ts"),
  ],
  [
    ["classify/table", "classify/grid", "classify/results", "classify/photo"],
    () => import("../../src/app/classify/table/index.ts"),
  ],
  [["classify/camera"], () => import("../../src/app/classify/camera/index.ts")],
];

const sources = readdirSync("src/app", { recursive: true, encoding: "utf8" });

const said = (folders: readonly string[]) =>
  folders
    .flatMap((name) => readdirSync(`src/app/${name}`).map((file) => `src/app/${name}/${file}`))
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\bwords\.(?!ts\b)(\w+)/g)])
    .map(([, word]) => word!);

describe.each(PARTS)("the part %j", (folders, load) => {
  it("brings in both languages the words that its files say", async () => {
    const { words } = (await load()).part;
    const known = { ...firstEn, ...(await words.en()) };
    expect(said(folders).length).toBeGreaterThan(0);
    expect(said(folders).filter((word) => !(word in known))).toEqual([]);
    expect(Object.keys(await words.zh()).sort()).toEqual(Object.keys(await words.en()).sort());
  });
});

describe("what is wanted from a part that is still on its way", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is done in the order in which it was asked for, whatever the timers' order", async () => {
    const timers: (() => void)[] = [];
    vi.stubGlobal("setTimeout", (done: () => void) => timers.push(done));
    const part = laterPart(async () => ({
      part: { elements: {}, words: { en: async () => ({}), zh: async () => ({}) } },
    }));
    const done: string[] = [];
    const asked = ["first", "second", "third"].map((name) => part().then(() => done.push(name)));
    await new Promise(setImmediate); // All that waits for nothing else has come as far as it can.
    for (const timer of timers.reverse()) timer();
    await Promise.all(asked);
    expect(done).toEqual(["first", "second", "third"]);
  });

  it("is asked for again after it could not be loaded", async () => {
    let asked = 0;
    const part = laterPart(async () => {
      if (++asked === 1) throw new TypeError("offline");
      return { part: { elements: {}, words: { en: async () => ({}), zh: async () => ({}) } } };
    });
    await expect(part()).rejects.toThrow("offline");
    await part();
    await part();
    expect(asked).toBe(2);
  });
});

it("the first paint uses no words that are loaded later", () => {
  const first = said(["shell", "status", "look", "serving", "classify", "classify/intake"]);
  expect(first.length).toBeGreaterThan(0);
  expect(first.filter((word) => !(word in firstEn))).toEqual([]);
});

it("tag, class and file of every element have one name", async () => {
  const later = await Promise.all(PARTS.map(([, load]) => load()));
  const { Shell } = await import("../../src/app/shell/shell.ts");
  const { PageLinks } = await import("../../src/app/shell/page-links.ts");
  const { Status } = await import("../../src/app/status/status.ts");
  const { LOOK_ELEMENTS } = await import("../../src/app/look/index.ts");
  const { CLASSIFY_ELEMENTS } = await import("../../src/app/classify/index.ts");
  const elements: Record<string, CustomElementConstructor> = Object.assign(
    { "app-shell": Shell, "app-page-links": PageLinks, "app-status": Status },
    LOOK_ELEMENTS,
    CLASSIFY_ELEMENTS,
    ...later.map(({ part }) => part.elements),
  );
  const own = Object.entries(elements).filter(([tag]) => tag !== "serving-classifier");
  const files = sources.map((path) => path.replaceAll("\\", "/").split("/").at(-1));
  for (const [tag, { name }] of own) {
    const kebab = name.replace(/(?<!^)(?=[A-Z])/g, "-").toLowerCase();
    expect(tag).toBe(`app-${kebab}`);
    expect(files).toContain(`${kebab}.ts`);
  }
  const written = sources
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => [...readFileSync(`src/app/${path}`, "utf8").matchAll(/<(app-[a-z-]+)[\s>]/g)]);
  expect(new Set(written.map(([, tag]) => tag))).toEqual(new Set(own.map(([tag]) => tag)));
});

it("every event is a class of its own, with its type and what it says", () => {
  const bare = sources
    .filter((path) => path.endsWith(".ts"))
    .filter((path) => /new (Custom)?Event\(|CustomEvent</.test(readFileSync(`src/app/${path}`, "utf8")));
  expect(bare).toEqual([]);
});
