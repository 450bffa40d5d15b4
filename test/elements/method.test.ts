/** `<serving-method>` in a real Chromium, from the built module, through the real bridge. */

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { type Site, toldOf } from "./site.ts";
import { withSite } from "./with-site.ts";

let page: Page;
let site: Site;
let complaints: string[];
const open = withSite(fakeClassifier, (opened) => {
  ({ page, site, complaints } = opened);
});

const INPUTS = `[
  {"name": "x1", "kind": "tensor", "dtype": "float32", "value": [[1, 1], [1, 1]]},
  {"name": "x2", "kind": "tensor", "dtype": "float32", "shape": [2, 2], "value": [2, 3, 4, 5]}
]`;
const ADD = `<serving-method servable="add" method="add_common" inputs='${INPUTS}'></serving-method>`;

const run = () => page.getByRole("button", { name: "Run" }).click();
const field = (name: string) => page.getByLabel(name, { exact: true });
const done = () => page.getByText("Done", { exact: true }).waitFor();
const output = async (name = "y") =>
  (await page.getByRole("group", { name, exact: true }).locator("visible=true").last().textContent())!;

function countCalls(): () => number {
  let calls = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/Predict")) calls++;
  });
  return () => calls;
}

describe("inputs that the page tells", () => {
  it("make a form; its answer stands below as numpy prints it, and in the event", async () => {
    await open(ADD);
    expect(await field("x1").inputValue()).toBe("[[1, 1],\n [1, 1]]");
    await field("x2").fill("1 2\n3 41.5");
    await run();
    await done();
    expect(await output()).toBe("y = array([[ 2. ,  3. ],\n           [ 4. , 42.5]], dtype=float32)");
    const [told] = await toldOf(page, "serving-result");
    expect(told!.detail).toHaveProperty("result.0.y.shape", [2, 2]);
    expect(told!.detail).toHaveProperty("instances.0.x2.dtype", "float32");
    const progress = (await toldOf(page, "serving-progress")).at(-1)!.detail;
    expect(progress.uploaded).toBe(progress.uploadTotal);
    expect(
      await page.evaluate(() =>
        String((document.querySelector("serving-method")!.result as { y: unknown }[])[0]!.y),
      ),
    ).toMatch(/^array\(/);
  });

  it("are checked before anything is sent, in place", async () => {
    await open(ADD);
    const calls = countCalls();
    await field("x1").fill("[[1, many], [1, 1]]");
    await field("x2").fill("[[1, 2], [3, 4]");
    await run();
    await page.getByText("Element 2: “many” is not a number").waitFor();
    await page.getByText("The brackets do not match, or numbers and lists are mixed.").waitFor();
    expect(await field("x1").getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => field("x1").evaluate((input) => input.matches(":focus"))).toBe(true);
    expect(calls()).toBe(0);
    await field("x1").fill("[[1, 1], [1, 1]]");
    await field("x2").fill("[1, 2, 3]");
    await run();
    await page.getByText("There are 3 elements, which do not fit the shape (2, 2).").waitFor();
    expect(calls()).toBe(0);
  });

  it("refuse a paste that no browser lays out in time, with the limit", async () => {
    await open(ADD);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("1\t2\n".repeat(200_000)));
    await field("x1").fill("7");
    await page.keyboard.press("ControlOrMeta+v");
    await page.getByText("Nothing was pasted: that would be 800,001 characters").waitFor();
    expect(await field("x1").inputValue()).toBe("7");
  });

  it("that can't be read are reported", async () => {
    await open(
      `<serving-method servable="add" method="add_common" inputs='[{"name": "x1", "dtype": "float"}]'></serving-method>`,
    );
    await page.getByText("inputs can't be read: give x1 a dtype of float32").waitFor();
    expect(await page.getByRole("button", { name: "Run" }).count()).toBe(0);
  });
});

describe("inputs that the page does not tell", () => {
  it("are learned from the server; the reader says what they are", async () => {
    await open(`<serving-method servable="add" method="add_cast"></serving-method>`);
    await page.getByLabel("dtype of x1").selectOption("int64");
    await field("x1").fill("[[9007199254740993, 2], [3, 4]]");
    await page.getByLabel("dtype of x2").selectOption("bool");
    await field("x2").fill("True False True False");
    await run();
    await done();
    expect(await output()).toContain("y = array([[9.007199e+15");
    const sent = await page.evaluate(
      () =>
        new Promise<string>((found) => {
          const method = document.querySelector("serving-method")!;
          method.addEventListener("serving-result", (event) =>
            found(String((event as CustomEvent).detail.instances[0].x1)),
          );
          void method.run();
        }),
    );
    expect(sent).toBe("array([[9007199254740993,                2], [               3,                4]])");
  });

  it("of a servable for pictures are a file, and its outputs a text and a tensor", async () => {
    await open(`<serving-method servable="resnet50" method="classify_top5"></serving-method>`);
    const image = field("image");
    await image.waitFor();
    await run();
    await page.getByText("No file: choose one.").waitFor();
    await image.setInputFiles({ name: "owl.jpg", mimeType: "image/jpeg", buffer: Buffer.from("owl") });
    await run();
    await done();
    expect(await output("label")).toBe('label = "owl, 1;owl, 2;owl, 3;owl, 4;owl, 5"');
    expect(await output("score")).toContain("score = array([0.5    , 0.25   , 0.125");
  });

  it("can't be learned of a method that is not there: the form says so, and tries again", async () => {
    await open(`<serving-method servable="add" method="add_common2"></serving-method>`);
    await page.getByText("Request servable(add) method(add_common2) , method is not available").waitFor();
    await page.getByText(/Check the method's name/).waitFor();
    await page.evaluate(() => document.querySelector("serving-method")!.setAttribute("method", "add_common"));
    await field("x2").waitFor();
  });

  it("are asked for again with headers that come late", async () => {
    await open("");
    await page.route("**/Predict", (route) =>
      route.request().headers().authorization
        ? route.continue()
        : route.fulfill({
            contentType: "application/grpc-web+proto",
            headers: { "grpc-status": "16", "grpc-message": "who are you" },
          }),
    );
    await page.evaluate(() => {
      document.querySelector("main")!.innerHTML =
        `<serving-method servable="add" method="add_common"></serving-method>`;
    });
    await page.getByText("who are you").waitFor();
    await page.evaluate(() => {
      document.querySelector("serving-method")!.metadata = { authorization: "Bearer me" };
    });
    await field("x1").fill("[[1, 1], [1, 1]]");
    await page.evaluate(async () => {
      const method = document.querySelector("serving-method")!;
      method.metadata = { authorization: "Bearer me again" };
      await (method as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    });
    expect(await field("x1").inputValue()).toBe("[[1, 1], [1, 1]]");
  });

  it("are not asked for where no method is named", async () => {
    await open(`<serving-method servable="add"></serving-method>`);
    await page.getByText("add", { exact: true }).waitFor();
    expect(await page.getByText("Asking the server").count()).toBe(0);
  });

  it("are asked for again when the worker is back", async () => {
    await site.stopWorker();
    await open(`<serving-method servable="add" method="add_common"></serving-method>`);
    await page.getByText(/Serving worker behind it does not answer/).waitFor();
    await site.startWorker();
    await page.getByRole("button", { name: "Try again" }).click();
    await field("x1").waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 503/.test(text)));
  });
});

describe("another method", () => {
  const setMethod = (name: string) =>
    page.evaluate((to) => document.querySelector("serving-method")!.setAttribute("method", to), name);

  it("takes the last one's answer away", async () => {
    await open(ADD);
    await run();
    await done();
    await setMethod("add_cast");
    await page.getByText("Not run yet").waitFor();
    expect(await page.getByText("array(").locator("visible=true").count()).toBe(0);
  });

  it("ends the call under way, but not one that was made for it", async () => {
    await open(ADD);
    await page.route("**/Predict", () => {}, { times: 1 });
    const sent = page.waitForRequest("**/Predict");
    const ended = page.evaluate(async () => String(await document.querySelector("serving-method")!.run()));
    await sent;
    await setMethod("add_common2");
    expect(await ended).toBe("undefined");
    await page.getByText("Not run yet").waitFor();
    const text = await page.evaluate(async () => {
      const { tensor } = await elements.loadClient();
      const method = document.querySelector("serving-method")!;
      const x = tensor([1, 2, 3, 4], "float32", [2, 2]);
      method.method = "add_cast";
      const [outcome] = (await method.run({ x1: x, x2: x })) as { y: unknown }[];
      return String(outcome!.y);
    });
    expect(text).toBe("array([[2., 4.], [6., 8.]], dtype=float32)");
    await done();
  });
});

describe("a script", () => {
  it("sends instances of its own; one that fails costs only itself", async () => {
    await open(ADD);
    const texts = await page.evaluate(async () => {
      const { tensor } = await elements.loadClient();
      const method = document.querySelector("serving-method")!;
      const x = tensor([1, 2, 3, 4], "float32", [2, 2]);
      method.instances = [
        { x1: x, x2: x },
        { x1: x, x2: tensor([1, 2, 3, 4], "int32", [2, 2]) },
      ];
      const result = (await method.run()) as Record<string, unknown>[];
      return result.map((one) => String(one.y ?? one.error));
    });
    expect(texts[0]).toBe("array([[2., 4.], [6., 8.]], dtype=float32)");
    expect(texts[1]).toContain("Given model input 1 data type kMSI_Int32 not match");
    await page.getByText("2 instances, given by the page").waitFor();
    await page.getByText("Instance 2", { exact: true }).waitFor();
    await page.getByText(/What to do: .*Compare input names, dtypes and shapes/).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
  });

  it("learns of a call that fails as a whole, and of misuse", async () => {
    await open(`<serving-method servable="add" method="add_common2" inputs='${INPUTS}'></serving-method>`);
    const failed = await page.evaluate(async () => {
      const result = await document.querySelector("serving-method")!.run();
      return (result as { kind: string } | undefined)?.kind;
    });
    expect(failed).toBe("method-not-available");
    await page.getByRole("alert").getByText("method is not available").waitFor();
    await page.evaluate(() => document.querySelector("serving-method")!.run([]));
    await page.getByRole("alert").getByText("the list of instances is empty: give at least one").waitFor();
    const kinds = (await toldOf(page, "serving-error")).map(
      ({ detail }) => (detail.error as { kind: string }).kind,
    );
    expect(kinds).toEqual(["method-not-available", "misuse"]);
  });

  it("whose instances break while they are read ends the run: nothing is sent", async () => {
    await open(ADD);
    const calls = countCalls();
    await page.evaluate(() =>
      document.querySelector("serving-method")!.run({
        // biome-ignore lint/correctness/useYield: it breaks before it gives anything.
        *[Symbol.iterator]() {
          throw new RangeError("the file is torn");
        },
      } as never),
    );
    await page.getByRole("alert").getByText("the file is torn").waitFor();
    expect(await page.getByText("Running", { exact: true }).count()).toBe(0);
    expect(calls()).toBe(0);
    await run();
    await done();
  });

  it("may make the element and run it at once", async () => {
    await open("");
    const text = await page.evaluate(async () => {
      const method = document.createElement("serving-method");
      Object.assign(method, { servable: "add", method: "add_cast" });
      document.querySelector("main")!.append(method);
      const learned = await method.run(); // Waits for the fields, which are empty.
      method.inputs = ["x1", "x2"].map((name) => ({
        name,
        kind: "tensor",
        value: [
          [1, 2],
          [3, 4],
        ],
      }));
      const [outcome] = (await method.run()) as { y: unknown }[];
      return [String(learned), String(outcome!.y)];
    });
    expect(text).toEqual(["undefined", "array([[2., 4.], [6., 8.]], dtype=float32)"]);
  });

  it("shows results in its own way, in the slot `result`", async () => {
    await open(
      `<serving-method servable="add" method="add_common" inputs='${INPUTS}'><b slot="result"></b></serving-method>`,
    );
    await page.evaluate(() =>
      document.addEventListener("serving-result", (event) => {
        const { y } = (event as CustomEvent).detail.result[0];
        document.querySelector("b")!.textContent = `sum ${y.data.reduce((a: number, b: number) => a + b)}`;
      }),
    );
    await run();
    await page.getByText("sum 18", { exact: true }).waitFor();
    expect(await page.getByText("array(").locator("visible=true").count()).toBe(0);
  });
});
