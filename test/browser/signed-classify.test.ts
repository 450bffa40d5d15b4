/** Classify and its settings with signatures beside the app. */

import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { sample } from "../elements/site.ts";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

const signature = {
  signature: 1,
  servable: "flowers",
  methods: {
    area: { inputs: { width: { kind: "scalar", dtype: "int32" } } },
    size: { doc: "Width and height.", inputs: { picture: { kind: "image" } } },
  },
};

let app: AppServer;
let page: Page;
eachWithAppPage((...given) => {
  [app, page] = given;
});
beforeEach(async () => {
  await page.route("**/signatures.json", (route) => route.fulfill({ json: [signature] }));
});

/** The page Classify, set to a method of the servable. */
async function classify(method: string): Promise<void> {
  await page.addInitScript((kept) => localStorage.setItem("settings", JSON.stringify(kept)), {
    servable: "flowers",
    method,
  });
  await page.goto(app.url);
}

it("Classify names the input that the signature tells, of a server that knows nothing of the method", async () => {
  await classify("size");
  await page.getByText("Each photo goes to flowers.size as its input picture;").waitFor();
});

it("a method that takes no photo is told before anything is sent, with what to do", async () => {
  await classify("area");
  await page
    .getByText("flowers.area takes no photo, its signature says, but width. Choose another method")
    .waitFor();
  expect(await page.getByText("Each photo goes to").count()).toBe(0);
});

it("a photo goes to the input that the signature names, whatever the server would have told", async () => {
  const known = {
    ...signature,
    servable: "echo",
    methods: { same: { inputs: { snap: { kind: "image" } } } },
  };
  await page.route("**/signatures.json", (route) => route.fulfill({ json: [known] }));
  await page.addInitScript(() =>
    localStorage.setItem("settings", JSON.stringify({ servable: "echo", method: "same" })),
  );
  await page.goto(app.url);
  await page.locator("input[type=file]").first().setInputFiles(sample("alps.jpg"));
  await page.locator("app-photo-card").getByText("Cannot find input x").waitFor();
});

it("the settings offer the known names, those first that a photo is enough for, and take any other", async () => {
  await classify("area");
  await page.getByText("takes no photo").waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  const known = page.getByRole("combobox", { name: "Method: known names" });
  await expect.poll(() => known.locator("optgroup").allTextContents()).toEqual(["size", "area"]);
  await page.getByText("This method takes no photo").waitFor();
  await known.selectOption("size");
  const field = page.getByRole("textbox", { name: "Method" });
  await expect.poll(() => field.inputValue()).toBe("size");
  await page.getByText("Width and height.").waitFor();
  await field.fill("another");
  await field.press("Tab");
  await page.getByText("flowers.another").waitFor({ state: "attached" });
});
