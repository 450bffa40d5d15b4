/** The page Add as a table is used: by keys, by paste, with instances added and removed. */

import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

let app: AppServer;
let page: Page;
eachWithAppPage((given, fresh) => {
  app = given;
  page = fresh;
});
beforeEach(() => page.goto(`${app.url}/#/add`));

const instance = (n: number) => page.getByRole("region", { name: `Instance ${n}` });
const cell = (n: number, input: string, row: number, column: number) =>
  instance(n).getByRole("textbox", { name: `${input}, row ${row}, column ${column}` });
const run = () => page.getByRole("button", { name: "Run", exact: true }).click();
const isFocused = (locator: ReturnType<typeof cell>) =>
  locator.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);

async function paste(text: string) {
  await page.evaluate((copied) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    active!.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);
}

describe("a matrix", () => {
  it("is walked by arrow keys, and by Enter down to the run", async () => {
    await cell(1, "x1", 1, 1).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await isFocused(cell(1, "x1", 1, 2))).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await isFocused(cell(1, "x1", 2, 2))).toBe(true);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    expect(await isFocused(cell(1, "x1", 1, 1))).toBe(true);
    await page.keyboard.type("41");
    await page.keyboard.press("Enter");
    expect(await isFocused(cell(1, "x1", 2, 1))).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText("3 of 3 instances done").waitFor();
    expect(await instance(1).locator("[data-output=y]").textContent()).toContain("array([[42.,  2.]");
  });

  it("moves within a longer text before it leaves the cell", async () => {
    await cell(1, "x1", 1, 2).fill("123");
    await page.keyboard.press("ArrowLeft");
    expect(await isFocused(cell(1, "x1", 1, 2))).toBe(true);
  });

  it("takes a block from a spreadsheet, and grows with it", async () => {
    await cell(2, "x1", 1, 1).focus();
    await paste("10\t20\r\n30\t40\r\n");
    await run();
    await page.getByText("3 of 3 instances done").waitFor();
    expect(await instance(2).locator("[data-output=y]").textContent()).toContain("[[12., 22.]");
    await cell(2, "x1", 2, 2).focus();
    await paste("1\t2\n3\t4");
    expect(await instance(2).getByLabel("shape of x1").inputValue()).toBe("3×3");
    expect(await cell(2, "x1", 3, 3).inputValue()).toBe("4");
    await instance(2).getByLabel("shape of x1").fill("2, 2");
    await page.keyboard.press("Enter");
    expect(await cell(2, "x1", 3, 3).count()).toBe(0);
  });
});

describe("a block that is too large", () => {
  it("is cut, which the matrix says until it is changed", async () => {
    await cell(1, "x1", 1, 1).focus();
    await paste(Array.from({ length: 33 }, () => "1\t2").join("\n"));
    expect(await instance(1).getByLabel("shape of x1").inputValue()).toBe("32×2");
    const said = instance(1).getByText("at most 32 rows and columns");
    await said.waitFor();
    await cell(1, "x1", 1, 1).fill("3");
    await said.waitFor({ state: "hidden" });
  });
});

describe("a block that can't be read", () => {
  it("is not pasted, and says why until the matrix is changed", async () => {
    await cell(1, "x1", 1, 1).focus();
    await paste("1\t2\n3");
    const said = instance(1).getByText("Nothing was pasted. Row 2 has 1 element, where 2 are expected.");
    await said.waitFor();
    expect(await cell(1, "x1", 1, 2).inputValue()).toBe("1");
    await paste("1,5\t2,5");
    await said.waitFor({ state: "hidden" });
    expect(await cell(1, "x1", 1, 2).inputValue()).toBe("2,5");
    await instance(1).getByText("“1,5” has a comma in it: write the decimal point as “.”").waitFor();
  });
});

describe("instances", () => {
  it("are added and removed, and errors stand in their place", async () => {
    await page.getByRole("button", { name: "Add an instance" }).click();
    await page.getByRole("button", { name: "Remove instance 1" }).click();
    await instance(2).getByRole("combobox", { name: "dtype of x2" }).selectOption("int32");
    await run();
    await page.getByText("2 of 3 instances done").waitFor();
    expect(await instance(1).locator("[data-output=y]").textContent()).toContain("[[4., 4.]");
    expect(await instance(2).textContent()).toContain("kMSI_Int32");
    expect(await instance(3).locator("[data-output=y]").textContent()).toContain("[[8., 8.]");
  });
});

describe("a result", () => {
  const result = (n: number) => instance(n).locator("[data-output=y]").textContent();

  it("stays when an instance is added or removed beside it, and goes with an edit of its own instance alone", async () => {
    await run();
    await page.getByText("3 of 3 instances done").waitFor();
    await page.getByRole("button", { name: "Add an instance" }).click();
    await page.getByText("3 of 4 instances done").waitFor();
    expect(await result(3)).toContain("[[6., 6.]");
    expect(await instance(4).getAttribute("data-state")).toBe("idle");
    await page.getByRole("button", { name: "Remove instance 1" }).click();
    expect(await result(1)).toContain("[[4., 4.]");
    await cell(1, "x1", 1, 1).fill("5");
    await page.getByText("1 of 3 instances done").waitFor();
    expect(await instance(1).getAttribute("data-state")).toBe("idle");
    expect(await result(2)).toContain("[[6., 6.]");
    await page.getByText("Request and reply as Python prints them").click();
    expect(await page.locator("[data-reply]").textContent()).not.toContain("array");
  });

  it("of a method that does not exist is called by a button of its own, and is no choice among methods", async () => {
    await page.getByRole("button", { name: "Call add_common2, which does not exist" }).click();
    await page
      .getByRole("alert")
      .getByText(/method\(add_common2\)/)
      .waitFor();
    expect(
      await page.getByRole("radio").evaluateAll((all) => all.map((one) => one.getAttribute("value"))),
    ).toEqual(["add_common", "add_cast"]);
    await run();
    await page.getByText("3 of 3 instances done").waitFor();
    expect(await page.getByText(/method\(add_common2\)/).count()).toBe(0);
  });
});

describe("Python's printout", () => {
  it("is the tutorial's, of the request and of the reply", async () => {
    await page.getByText("Request and reply as Python prints them").click();
    await run();
    await page.getByText("3 of 3 instances done").waitFor();
    expect(
      await page.locator("[data-reply]").textContent(),
    ).toBe(`[{'y': array([[2., 2.], [2., 2.]], dtype=float32)},
 {'y': array([[4., 4.], [4., 4.]], dtype=float32)},
 {'y': array([[6., 6.], [6., 6.]], dtype=float32)}]`);
  });
});
