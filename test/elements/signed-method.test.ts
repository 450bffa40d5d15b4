/** `<serving-method>` with a signature: a form that nobody listed the inputs of, in a real Chromium. */

import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { withSite } from "./with-site.ts";

const ADD = {
  signature: 1,
  servable: "add",
  methods: {
    add_common: {
      doc: "Adds two matrices.",
      inputs: {
        x1: { kind: "tensor", dtype: "float32", shape: [2, 2], doc: "The first one." },
        x2: { kind: "tensor", dtype: "float32", shape: [null, 2] },
      },
    },
    add_cast: { doc: "Of any dtypes." },
  },
};
const RESNET = {
  signature: 1,
  servable: "resnet50",
  methods: { classify_top1: { inputs: { image: { kind: "image" } } } },
};

let page: Page;
let complaints: string[];
/** Calls of Serving, and of the document. */
let asked: string[];
const open = withSite(fakeClassifier, (opened) => {
  ({ page, complaints } = opened);
});
const element = (method: string, servable = "add", signature = "signatures.json") =>
  `<serving-method servable="${servable}" method="${method}" signature="${signature}"></serving-method>`;
const run = () => page.getByRole("button", { name: "Run" }).click();
const field = (name: string) => page.getByLabel(name, { exact: true });

/** Opens a page in which the element comes after the document is there to be fetched. */
async function show(markup: string, documents: Record<string, unknown>): Promise<void> {
  await open("");
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const [name, json] of Object.entries(documents)) {
    await page.route(`**/${name}`, (route) => route.fulfill({ json }));
  }
  await page.evaluate((html) => {
    document.querySelector("main")!.insertAdjacentHTML("beforeend", html);
  }, markup);
}

beforeEach(() => {
  asked = [];
});

it("a signature's kinds, dtypes, shapes and texts make the form, without a call of the server", async () => {
  await show(element("add_common"), { "signatures.json": [RESNET, ADD] });
  await field("x1").waitFor();
  await page.getByText("Adds two matrices.").waitFor();
  await page.getByText("The first one.").waitFor();
  expect(await page.getByRole("combobox").count()).toBe(0);
  await page.getByText("(?, 2)").waitFor();
  expect(asked).not.toContain("/mindspore.serving.MSService/Predict");
  await field("x1").fill("[[1, 2], [3, 4]]");
  await field("x2").fill("[[1, 1], [1, 1]]");
  await run();
  await page.getByText("y = array([[2., 3.],").waitFor();
});

it("values of another shape than the signature's are refused in place, before anything is sent", async () => {
  await show(element("add_common"), { "signatures.json": ADD });
  await field("x1").fill("1 2 3 4");
  await field("x2").fill("[[1, 2, 3], [4, 5, 6]]");
  await run();
  await page
    .getByText("These values have the shape (2, 3), where (?, 2) is expected; ? is any size.")
    .waitFor();
  expect(await field("x2").getAttribute("aria-invalid")).toBe("true");
  expect(asked).not.toContain("/mindspore.serving.MSService/Predict");
});

it("an input that the signature says is an image is a picture to choose", async () => {
  await show(element("classify_top1", "resnet50"), { "signatures.json": RESNET });
  await field("image").waitFor();
  expect(await field("image").getAttribute("accept")).toBe("image/*");
  await page.getByText("image", { exact: true }).last().waitFor();
});

it("inputs that the signature does not know are asked of the server, and its text stands all the same", async () => {
  await show(element("add_cast"), { "signatures.json": ADD });
  await page.getByText("Of any dtypes.").waitFor();
  await page.getByLabel("dtype of x1").waitFor();
});

it("a property may be the signature itself; inputs that the page lists come before it", async () => {
  await show("", {});
  await page.evaluate((signature) => {
    const method = document.createElement("serving-method");
    Object.assign(method, { servable: "add", method: "add_common", signature });
    document.querySelector("main")!.append(method);
  }, ADD);
  await page.getByText("(?, 2)").waitFor();
  await page.evaluate(() => {
    document.querySelector("serving-method")!.inputs = [{ name: "other", doc: "As the page says." }];
  });
  await page.getByText("As the page says.").waitFor();
  expect(await field("x1").count()).toBe(0);
});

it.each([
  [
    "another servable",
    element("x", "resnet50"),
    { "signatures.json": ADD },
    "the signature at signatures.json is not of resnet50: it is of add",
  ],
  [
    "another method",
    element("add_comon"),
    { "signatures.json": [ADD] },
    /the signature of add has no method .*add_comon.*: it has add_common, add_cast/,
  ],
  [
    "no signature",
    element("x"),
    {
      "signatures.json": {
        signature: 1,
        servable: "add",
        methods: { x: { inputs: { a: { kind: "text" } } } },
      },
    },
    "methods.x.inputs.a.kind",
  ],
])("a document of %s is told, with what it is", async (_, markup, documents, text) => {
  await show(markup, documents);
  await page.getByRole("alert").getByText(text).waitFor();
  expect(asked).not.toContain("/mindspore.serving.MSService/Predict");
});

it("a document that is not there is told with its address, and read at the next try", async () => {
  await show(element("add_common", "add", "missing.json"), {});
  await page.getByText("The signature at missing.json could not be read (HTTP 404).").waitFor();
  await page.getByText(/Check the address in the signature attribute/).waitFor();
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 404/.test(text)));
  await page.route("**/missing.json", (route) => route.fulfill({ json: ADD }));
  await page.getByRole("button", { name: "Try again" }).click();
  await field("x1").waitFor();
});
