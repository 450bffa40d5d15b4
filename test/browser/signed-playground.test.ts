/** The playground with signatures beside the app, through the real proxy to a real worker. */

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

const matrix = { kind: "tensor", dtype: "float32", shape: [2, 2] };
const icon = readFileSync("dist/app/icon-192.png").toString("base64");

const SIGNATURES = [
  {
    signature: 1,
    servable: "add",
    doc: "Adds matrices.",
    methods: {
      add_common: {
        doc: "Adds two matrices,\nelement by element.\n\nMore than anybody reads.",
        inputs: { x1: { ...matrix, doc: "The first one." }, x2: matrix },
        outputs: { y: { ...matrix, doc: "The sum." } },
        examples: [
          {
            doc: "One and ten.",
            inputs: {
              x1: [
                [1, 2],
                [3, 4],
              ],
              x2: [
                [10, 20],
                [30, 40],
              ],
            },
          },
        ],
      },
      add_cast: { inputs: { x1: { kind: "tensor", shape: [null, 2] }, x2: { kind: "tensor" } } },
    },
  },
  {
    signature: 1,
    servable: "echo",
    methods: {
      same: {
        inputs: { x: { kind: "image", doc: "A photo." } },
        examples: [{ inputs: { x: { base64: icon } } }],
      },
    },
  },
];

let app: AppServer;
let page: Page;
eachWithAppPage((...given) => {
  [app, page] = given;
});
let signatures: unknown;
beforeEach(async () => {
  signatures = SIGNATURES;
  await page.route("**/signatures.json", (route) => route.fulfill({ json: signatures }));
});

/** Until the signatures are there. */
async function open(hash: string) {
  await page.goto(`${app.url}/${hash}`);
  await page.getByLabel("Servable: known names").waitFor();
}
const label = (text: string) => page.getByLabel(text, { exact: true });
const run = () => page.getByRole("button", { name: "Run", exact: true }).click();
const answered = () => page.getByText(/^Answered in/).waitFor();
const printed = () => page.locator("app-output-view pre").first().textContent();

describe("servable and method", () => {
  it("are chosen from known names, by keyboard too, and a servable brings a method of its own", async () => {
    await open("#/playground");
    await page.getByLabel("Servable: known names").selectOption("echo");
    expect([await label("Servable").inputValue(), await label("Method").inputValue()]).toEqual([
      "echo",
      "same",
    ]);
    expect(new URL(page.url()).hash).toBe("#/playground?servable=echo&method=same");
    expect(await page.getByLabel("Method: known names").locator("option").allTextContents()).toEqual([
      "same",
    ]);
    await page.getByLabel("Servable: known names").focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => label("Method").inputValue()).toBe("add_common");
    await page.getByText("Adds matrices.").waitFor();
    await page.getByText("Adds two matrices, element by element.", { exact: true }).waitFor();
  });

  it("may have any other name, whose form stays as it is", async () => {
    await open("#/playground");
    await label("values of x1").fill("[[5, 5], [5, 5]]");
    await label("Servable").fill("somebody");
    await label("Servable").press("Tab");
    expect(await label("Method").inputValue()).toBe("add_common");
    expect(await page.getByLabel("Method: known names").count()).toBe(0);
    expect(await label("values of x1").inputValue()).toBe("[[5, 5], [5, 5]]");
  });
});

describe("the form", () => {
  it("has a method's inputs with kind, dtype, shape and text at once, and what was written when it comes back", async () => {
    await open("#/playground");
    await page.getByText("The first one.").waitFor();
    expect(await label("shape of x1").inputValue()).toBe("(2, 2)");
    await label("values of x1").fill("7 7 7 7");
    await label("dtype of x1").selectOption("int8");
    await page.getByLabel("Method: known names").selectOption("add_cast");
    expect(await label("shape of x1").inputValue()).toBe("");
    expect(await label("shape of x1").getAttribute("placeholder")).toBe("? × 2");
    await page.getByLabel("Servable: known names").selectOption("echo");
    expect(await page.getByLabel(/^Name of input/).count()).toBe(1);
    await page.getByLabel("Servable: known names").selectOption("add");
    expect(await label("values of x1").inputValue()).toBe("7 7 7 7");
    expect(await label("dtype of x1").inputValue()).toBe("int8");
  });

  it("is filled in from the signature without asking the server", async () => {
    await open("#/playground");
    await page.getByLabel("Servable: known names").selectOption("echo");
    await page.getByRole("button", { name: "Remove input x" }).click();
    // The page's own look at the method is over, so that what is counted is the button's.
    await page.locator("app-status .opener").click();
    await page.locator('app-status li[data-rung="method"].good').waitFor();
    await page.keyboard.press("Escape");
    let probes = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") probes++;
    });
    await page.getByRole("button", { name: "Load inputs" }).click();
    await page.getByText("1 input names filled in").waitFor();
    expect(await label("kind of x").inputValue()).toBe("bytes");
    expect(probes).toBe(0);
  });

  it("takes an example into every instance, which then runs, with the output's text beside it", async () => {
    await open("#/playground");
    await page.getByRole("button", { name: "Add an instance" }).click();
    await page.getByText("One and ten.").waitFor();
    await page.getByRole("button", { name: "Example", exact: true }).click();
    await run();
    await answered();
    expect(await page.locator("app-output-view pre").allTextContents()).toEqual(
      Array(2).fill("array([[11., 22.],\n       [33., 44.]], dtype=float32)"),
    );
    expect(await page.getByText("The sum.").count()).toBe(2);
  });

  it("has a picture's input as a file to choose, shows it, and takes one of an example", async () => {
    await open("#/playground?servable=echo&method=same");
    await page.getByText("Choose a picture").waitFor();
    expect(await label("values of x").count()).toBe(0);
    await run();
    await page.getByText("Choose a picture.").waitFor();
    await page.getByRole("button", { name: "Example", exact: true }).click();
    const preview = page.locator("app-file-picture img");
    await preview.waitFor();
    await run();
    await answered();
    await page.locator("app-bytes-view img").waitFor();
    await page.getByRole("button", { name: "Remove the file" }).click();
    await label("file for x").setInputFiles("dist/app/icon-512.png");
    await expect.poll(() => preview.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(512);
  });
});

describe("values", () => {
  it("that the signature refuses are told at their input, and are sent when that is asked for", async () => {
    await open("#/playground");
    let calls = 0;
    await page.locator("app-status .opener").click();
    await page.locator('app-status li[data-rung="method"].good').waitFor();
    await page.keyboard.press("Escape");
    page.on("request", (request) => {
      if (request.method() === "POST") calls++;
    });
    await label("dtype of x2").selectOption("int32");
    await run();
    await page
      .getByRole("group", { name: "x2" })
      .getByText("The method's signature expects: float32 tensor (2, 2). Given: int32 tensor (2, 2).")
      .waitFor();
    expect(calls).toBe(0);
    await page.getByRole("button", { name: "Send anyway" }).click();
    await page
      .getByText(/kMSI_Int32/)
      .first()
      .waitFor();
    expect(await page.getByText("nothing was sent").count()).toBe(0);
  });

  it("that are missing are told at the instance, in Chinese too", async () => {
    await open("#/playground");
    await page.getByRole("button", { name: "Remove input x2" }).click();
    await run();
    await page.getByText("The method's input x2 is missing: add it.").waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByText("缺少方法的输入 x2：请添加。").waitFor();
  });
});

it("a reply goes when another method is chosen, and one that comes later says whose it is", async () => {
  await open("#/playground");
  await run();
  await answered();
  await page.getByLabel("Method: known names").selectOption("add_cast");
  await page.getByText("The reply will be here.").waitFor();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/Predict", async (route) => {
    await held;
    await route.continue();
  });
  await run();
  await page.getByRole("button", { name: "Stop" }).waitFor();
  await page.getByLabel("Method: known names").selectOption("add_common");
  answer();
  await answered();
  await page.getByRole("heading", { name: "Reply add.add_cast" }).waitFor();
  expect(await printed()).toContain("[[2., 2.]");
});

it("without signatures the fields are plain, and the page complains of nothing", async () => {
  signatures = [];
  const asked = page.waitForResponse("**/signatures.json");
  await page.goto(`${app.url}/#/playground`);
  await asked;
  await run();
  await answered();
  expect(await page.getByLabel(/known names/).count()).toBe(0);
});
