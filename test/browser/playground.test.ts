/** The playground through the real proxy to real workers: every kind of input, and every view of what comes back. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import { type AppServer, expectStatus } from "./app-server.ts";

let app: AppServer;
let page: Page;
eachWithAppPage((given, fresh) => {
  app = given;
  page = fresh;
});

const ECHO = "#/playground?servable=echo&method=same";
const open = (hash: string) => page.goto(`${app.url}/${hash}`);
const run = () => page.getByRole("button", { name: "Run", exact: true }).click();
const output = () => page.locator("app-output-view section").first();
const answered = () => page.getByText(/^Answered in/).waitFor();

async function fillX(values: string, { kind = "tensor", dtype = "", shape = "" } = {}) {
  await page.getByLabel("kind of x", { exact: true }).selectOption(kind);
  if (dtype) await page.getByLabel("dtype of x", { exact: true }).selectOption(dtype);
  if (shape) await page.getByLabel("shape of x", { exact: true }).fill(shape);
  await page.getByLabel("values of x", { exact: true }).fill(values);
}

describe("inputs", () => {
  beforeEach(async () => {
    await open(ECHO);
    await page.getByLabel("values of x", { exact: true }).waitFor();
  });

  it("are named by the server", async () => {
    expect(await page.getByLabel("Name of input 1").inputValue()).toBe("x");
    expect(await page.getByLabel("Name of input 2").count()).toBe(0);
  });

  it.each([
    ["tensor", "int64", "[9007199254740993]", "array([9007199254740993])"],
    ["tensor", "float16", "1.5 2", "array([1.5, 2. ], dtype=float16)"],
    ["tensor", "bool", "[[True], [False]]", "array([[ True],\n       [False]])"],
    ["scalar", "uint8", "255", "255"],
    ["string", "", "ox 牛 <b>", "ox 牛 <b>"],
  ])("%s %s %s comes back as %s", async (kind, dtype, values, printed) => {
    await fillX(values, { kind, dtype });
    await run();
    await answered();
    expect(await output().locator("pre").textContent()).toBe(printed);
  });

  it("bytes are shown in hexadecimal, and as the picture that they are", async () => {
    await page.getByLabel("kind of x", { exact: true }).selectOption("bytes");
    await page.getByLabel("file for x", { exact: true }).setInputFiles("dist/app/icon-192.png");
    await run();
    await answered();
    await expect
      .poll(() =>
        page.locator("app-bytes-view img").evaluate((image) => (image as HTMLImageElement).naturalWidth),
      )
      .toBe(192);
    expect(await page.locator("app-bytes-view pre").textContent()).toMatch(/^00000000 {2}89 50 4e 47/);
  });

  it("a photo that is chosen for a tensor becomes bytes", async () => {
    await page.getByLabel("file for x", { exact: true }).setInputFiles("dist/app/icon-192.png");
    expect(await page.getByLabel("kind of x", { exact: true }).inputValue()).toBe("bytes");
  });

  it(".npy files of numpy's, and raw values with a shape", async () => {
    await page.getByLabel("file for x", { exact: true }).setInputFiles(resolve("test/app/npy/fortran.npy"));
    await run();
    await answered();
    expect(await output().locator(".facts").textContent()).toBe("int32 (2, 3, 4)");
    await page.getByLabel("file for x", { exact: true }).setInputFiles({
      name: "raw.bin",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(new Float32Array([1, 2, 3, 4]).buffer),
    });
    await page.getByLabel("shape of x", { exact: true }).fill("2, 2");
    await run();
    await expect.poll(() => output().locator("pre").textContent()).toContain("[3., 4.]], dtype=float32)");
  });

  it("that can't be sent say why where they stand, and nothing is sent", async () => {
    let calls = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") calls++;
    });
    await fillX("[[1, 2], [3]]");
    await run();
    await page.getByText("Row 2 has 1 element, where 2 are expected.").waitFor();
    await page.getByText("1 input needs a fix; nothing was sent.").waitFor();
    await page.getByLabel("file for x", { exact: true }).setInputFiles(resolve("test/app/npy/text.npy"));
    await run();
    await page.getByText(/the dtype <U2, which Serving does not take/).waitFor();
    expect(calls).toBe(0);
  });
});

describe("a file that is chosen for a tensor", () => {
  const choose = (name: string, content: string | Uint8Array) =>
    page
      .getByLabel("file for x", { exact: true })
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

  beforeEach(async () => {
    await open(ECHO);
    await page.getByLabel("values of x", { exact: true }).waitFor();
  });

  it("shows a .npy file's own dtype and shape in place of what is to be chosen, until it is taken away", async () => {
    const head = page.locator("app-input-editor .head");
    const dtype = page.getByLabel("dtype of x", { exact: true });
    await dtype.selectOption("float64");
    await page.getByLabel("file for x", { exact: true }).setInputFiles(resolve("test/app/npy/fortran.npy"));
    await head.getByText("int32", { exact: true }).and(head.locator("code")).waitFor();
    expect(await head.getByText("(2, 3, 4)", { exact: true }).isVisible()).toBe(true);
    expect([await dtype.count(), await page.getByLabel("shape of x").count()]).toEqual([0, 0]);
    await page.getByRole("button", { name: "Remove the file" }).click();
    expect(await dtype.inputValue()).toBe("float64");
    await choose("x.bin", new Uint8Array(8));
    expect(await dtype.count()).toBe(1);
  });

  it("is read as text where it is text, and said to be what it is where it is no array", async () => {
    await choose("x.txt", "1.5 2.5\n3.5 4");
    await run();
    await answered();
    expect(await output().locator("pre").textContent()).toContain("[[1.5, 2.5]");
    await choose("x.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 16\n");
    await run();
    await page.getByText(/is a Git LFS pointer/).waitFor();
  });

  it("with a shape that nobody can count ends the run with a text", async () => {
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4294967296, 9007199254740993), }";
    await choose(
      "x.npy",
      Buffer.from(`\x93NUMPY\x01\0${String.fromCharCode(header.length)}\0${header}`, "latin1"),
    );
    await run();
    await page.getByText(/has the shape \(0, 4294967296, 9007199254740993\), more than/).waitFor();
    await page.getByRole("button", { name: "Run", exact: true }).waitFor();
  });

  it("ends the run, whatever is thrown while it is read", async () => {
    await choose("x.bin", new Uint8Array(8));
    await page.evaluate(() => {
      TextDecoder.prototype.decode = () => {
        throw new RangeError("no memory is left");
      };
    });
    await run();
    await page.getByText("This input can't be read: no memory is left").waitFor();
    await page.getByRole("button", { name: "Run", exact: true }).waitFor();
  });

  it("that never comes can be stopped, and the next run is made", async () => {
    await choose("x.bin", new Uint8Array(new Float32Array([7]).buffer));
    await page.evaluate(() => {
      const { arrayBuffer } = Blob.prototype;
      Blob.prototype.arrayBuffer = () => {
        Blob.prototype.arrayBuffer = arrayBuffer;
        return new Promise<ArrayBuffer>(() => {});
      };
    });
    await run();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await run();
    await answered();
    expect(await output().locator("pre").textContent()).toBe("array([7.], dtype=float32)");
  });
});

describe("200,000 lines that are pasted", () => {
  const lines = (count: number) => "1.5\t2.5\t3\n".repeat(count);

  async function paste(text: string) {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press("ControlOrMeta+v");
  }

  beforeEach(async () => {
    await open(ECHO);
    await page.getByLabel("values of x", { exact: true }).waitFor();
  });

  it("are taken as a file of a tensor's, with what stood around them, and all of them are sent", async () => {
    await page.getByLabel("values of x", { exact: true }).fill("7\t8\t9\n");
    await paste(lines(200_000));
    await page.getByText("pasted.txt").waitFor();
    await run();
    await answered();
    expect(await output().locator(".facts").textContent()).toBe("float32 (200001, 3)");
  });

  it("are refused by a field that can't take them, with the limit, and leave it as it is", async () => {
    const refused = page.getByText(
      "Nothing was pasted: that would be 2,000,002 characters, and a field takes at most 100,000.",
    );
    await page.getByLabel("kind of x", { exact: true }).selectOption("string");
    const text = page.getByLabel("values of x", { exact: true });
    await text.fill("ox");
    await paste(lines(200_000));
    await refused.waitFor();
    expect(await text.inputValue()).toBe("ox");
    await text.fill("cow");
    await refused.waitFor({ state: "hidden" });
    await page.getByText("JSON", { exact: true }).click();
    const json = page.getByLabel("Instances as JSON");
    await json.fill("[]");
    await paste(lines(200_000));
    await refused.waitFor();
    expect(await json.inputValue()).toBe("[]");
  });

  it("are not many where the field can take them: they are pasted as they are", async () => {
    await page.getByLabel("values of x", { exact: true }).click();
    await paste(lines(2));
    expect(await page.getByLabel("values of x", { exact: true }).inputValue()).toBe(lines(2));
  });
});

describe("the request", () => {
  it("goes as JSON with what was written while the client was still loading", async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    // The client's own chunk, not what is named after it.
    await page.route(/\/client-[\w-]{8}\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await open("#/playground");
    await page.getByText("JSON", { exact: true }).click();
    await page.getByLabel("values of x1").fill("[[7, 7], [7, 7]]");
    release();
    const json = JSON.parse(await page.getByLabel("Instances as JSON").inputValue());
    expect(json.instances[0].x1).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  it("goes as JSON too, both ways", async () => {
    await open("#/playground");
    await page.getByText("JSON", { exact: true }).click();
    const json = page.getByLabel("Instances as JSON");
    expect(JSON.parse(await json.inputValue())).toEqual({
      instances: [
        {
          x1: [
            [1, 1],
            [1, 1],
          ],
          x2: [
            [1, 1],
            [1, 1],
          ],
        },
      ],
    });
    await json.fill('{"instances": [{"x1": [[40, 0], [0, 0]], "x2": [[2, 0], [0, 0]]}, {"x1": 3}]}');
    await run();
    await page
      .getByText(/Cannot find input x2/)
      .first()
      .waitFor();
    await json.fill('{"instances": [{"x1": [[40, 0], [0, 0]], "x2": [[2, 0], [0, nought]]}]}');
    await run();
    await page.getByText(/This is not JSON/).waitFor();
    await json.fill('{"instances": [{"x1": [[40, 0], [0, 0]], "x2": [[2, 0], [0, 0]]}]}');
    await page.getByText("Form", { exact: true }).click();
    expect(await page.getByLabel("values of x1").inputValue()).toBe("[[40,0],[0,0]]");
    await run();
    await answered();
    expect(await output().textContent()).toContain("[[42.,  0.]");
  });

  it("as typed JSON is never written over: JSON with a fault stays, and inputs are filled into what it says", async () => {
    await open("#/playground");
    await page.getByText("JSON", { exact: true }).click();
    const json = page.getByLabel("Instances as JSON");
    await json.fill('{"instances": [{"x1": [7, ');
    await page.getByText("Form", { exact: true }).click();
    await page.getByText(/This is not JSON/).waitFor();
    expect(await page.getByRole("radio", { name: "JSON" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Load inputs" }).click();
    await expect.poll(() => json.evaluate((area) => area.matches(":focus"))).toBe(true);
    expect(await json.inputValue()).toBe('{"instances": [{"x1": [7, ');
    await json.fill('{"instances": [{"x1": [7, "x"]}]}');
    await page.getByRole("button", { name: "Load inputs" }).click();
    await page.getByText("instances[0].x1: Element 2: “x” is not a number").waitFor();
    expect(await json.inputValue()).toBe('{"instances": [{"x1": [7, "x"]}]}');
    await json.fill('{"instances": [{"x1": [7, 8]}]}');
    await page.getByRole("button", { name: "Load inputs" }).click();
    await page.getByText("2 input names filled in").waitFor();
    expect(JSON.parse(await json.inputValue())).toEqual({ instances: [{ x1: [7, 8], x2: [] }] });
    await page.getByText("Form", { exact: true }).click();
    expect(await page.getByLabel("values of x1").inputValue()).toBe("[7,8]");
  });

  it("stays a form while a field has a fault, and comes back from JSON as it was written", async () => {
    await open("#/playground");
    await page.getByLabel("values of x1").fill("[[1, 1], [1, 1");
    await page.getByText("JSON", { exact: true }).click();
    await page.getByText("The brackets do not match, or numbers and lists are mixed.").waitFor();
    expect(await page.getByRole("radio", { name: "Form" }).isChecked()).toBe(true);
    await page.getByLabel("values of x1").fill("1 1\n1 inf");
    await page.getByText("JSON", { exact: true }).click();
    expect(await page.getByLabel("Instances as JSON").inputValue()).toContain('[[1, 1], [1, "Infinity"]]');
    await page.getByText("Form", { exact: true }).click();
    expect(await page.getByLabel("values of x1").inputValue()).toBe("1 1\n1 inf");
  });

  it("is one call, however often Run is pressed, and history keeps whom it was for", async () => {
    await open(ECHO);
    await page.getByLabel("values of x", { exact: true }).waitFor();
    await fillX("[5]");
    let calls = 0;
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/Predict", async (route) => {
      calls++;
      await held;
      await route.continue();
    });
    const button = page.getByRole("button", { name: "Run", exact: true });
    await button.evaluate((run: HTMLElement) => {
      run.click();
      run.click();
    });
    await expect.poll(() => calls).toBe(1);
    await page.getByLabel("Method").fill("other");
    expect(calls).toBe(1);
    // From here on the page asks what that method's inputs are.
    await page.getByLabel("Method").press("Tab");
    answer();
    await answered();
    await page.getByText("History (1)").click();
    await page.getByRole("button", { name: /^Fill in again: echo.same Done/ }).waitFor();
  });

  it("may have several instances, whose failures stand in their place", async () => {
    await open("#/playground");
    await page.getByRole("button", { name: "Add an instance" }).click();
    const second = page.getByRole("region", { name: "Instance 2", exact: true });
    await second.getByLabel("dtype of x2").selectOption("int32");
    await run();
    await answered();
    const reply = (n: number) => page.getByRole("region", { name: `Reply, Instance ${n}` });
    expect(await reply(1).locator("pre").textContent()).toContain("[[2., 2.]");
    expect(await reply(2).textContent()).toContain("kMSI_Int32");
  });

  it("of a method that is not there fails with the server's text and what to do", async () => {
    await open("#/playground?servable=add&method=subtract");
    await run();
    await page
      .getByText("Request servable(add) method(subtract) , method is not available")
      .first()
      .waitFor();
    await page.getByText(/Check the method's name/).waitFor();
  });
});

describe("on the page", () => {
  /** Top and bottom of what is seen of the window, less the bar above. */
  const seen = (locator: ReturnType<Page["locator"]>) =>
    locator.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return { top, bottom, height: innerHeight };
    });

  it("Run is in sight however many instances there are", async () => {
    await open("#/playground");
    for (let i = 0; i < 4; i++) await page.getByRole("button", { name: "Add an instance" }).click();
    await page.evaluate(() => scrollTo(0, 0));
    const { bottom, height } = await seen(page.getByRole("button", { name: "Run", exact: true }));
    expect(bottom).toBeLessThanOrEqual(height);
    await run();
    await answered();
  });

  it.each(["add_common", "subtract"])(
    "a phone goes to the reply of %s, which comes below the request",
    async (method) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await open(`#/playground?servable=add&method=${method}`);
      await page.getByRole("button", { name: "Add an instance" }).click();
      await page.evaluate(() => scrollTo(0, 0));
      await run();
      const reply = page.getByRole("heading", { name: "Reply" });
      await expect.poll(async () => (await seen(reply)).bottom).toBeLessThan(844 - 100);
      expect((await seen(reply)).top).toBeGreaterThan(48);
    },
  );

  it("a failure stands where the reply would, and covers no button", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open("#/playground?servable=add&method=subtract");
    await run();
    await page
      .getByRole("alert")
      .getByText(/method is not available/)
      .waitFor();
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
    await run();
    await page.getByText("History (2)").waitFor();
  });

  it("a click counts that comes straight from a field whose edit changes the form", async () => {
    await page.route("**/signatures.json", (route) =>
      route.fulfill({
        json: [
          {
            signature: 1,
            servable: "add",
            methods: {
              add_common: {
                doc: "Adds.\n\nMore.",
                inputs: { x1: { dtype: "float32" }, x2: { dtype: "float32" } },
              },
            },
          },
        ],
      }),
    );
    await open("#/playground?servable=add&method=add_common");
    await page.getByText("Adds.").waitFor();
    await page.getByLabel("Method", { exact: true }).fill("subtract");
    const button = (await page.getByRole("button", { name: "Load inputs" }).boundingBox())!;
    await page.mouse.move(button.x + button.width / 2, button.y + button.height / 2);
    await page.mouse.down();
    // The text of the old method would go with the field's focus, and the button would move up.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await page.mouse.up();
    await page.getByText("The input names can't be learned from this server: type them.").waitFor();
  });

  it("the size of a file is told in bytes", async () => {
    await open(ECHO);
    await page
      .getByLabel("file for x", { exact: true })
      .setInputFiles({ name: "x.bin", mimeType: "", buffer: Buffer.alloc(144) });
    await page.getByText("144 bytes", { exact: true }).waitFor();
  });
});

describe("the link", () => {
  it("follows what is set, carries no data, and opens the same", async () => {
    await open("#/playground");
    await page.getByLabel("values of x1").fill("[[7, 7], [7, 7]]");
    await page.getByLabel("Method").fill("add_cast");
    await page.getByLabel("Version").fill("2");
    await page.getByLabel("Version").press("Tab");
    const { hash } = new URL(page.url());
    expect(hash).toBe("#/playground?servable=add&method=add_cast&version=2");
    await page.goto("about:blank");
    await open(hash);
    expect(await page.getByLabel("Method").inputValue()).toBe("add_cast");
    expect(await page.getByLabel("Version").inputValue()).toBe("2");
    await expectStatus(page, "connected");
  });

  it("is kept in step by the back button, and bad versions are refused in place", async () => {
    await open("#/playground?servable=echo&method=same");
    await page.getByLabel("Version").fill("newest");
    await page.getByLabel("Version").press("Tab");
    await page.getByText("Give a whole number from 0 to 2^64 - 1.").waitFor();
    await page.getByRole("link", { name: "Add" }).click();
    await page.goBack();
    expect(await page.getByLabel("Servable").inputValue()).toBe("echo");
  });
});

describe("what comes back", () => {
  beforeEach(async () => {
    await open(ECHO);
    await page.getByLabel("values of x", { exact: true }).waitFor();
  });

  const npy = async (name: string, shape: string, data: Uint8Array) => {
    await page.getByLabel("dtype of x", { exact: true }).selectOption(name);
    await page.getByLabel("shape of x", { exact: true }).fill(shape);
    await page.getByLabel("file for x", { exact: true }).setInputFiles({
      name: "x.bin",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(data.buffer),
    });
    await run();
    await answered();
  };

  it("a tensor of a million elements is a table of which only what is in sight exists", async () => {
    await npy(
      "float32",
      "1000, 1000",
      new Uint8Array(Float32Array.from({ length: 1e6 }, (_, i) => i).buffer),
    );
    const table = page.locator("app-tensor-table .scroller");
    await table.waitFor();
    expect(await page.locator("app-tensor-table .cell").count()).toBeLessThan(1500);
    expect(await output().textContent()).toContain("min 0 · max 999999");
    await table.evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
      scroller.scrollLeft = scroller.scrollWidth;
    });
    await page.locator("app-tensor-table").getByText("999999", { exact: true }).waitFor();
    expect(await table.getAttribute("aria-rowcount")).toBe("1001");
  });

  it("a vector of a million elements is a table too, down to its last one", async () => {
    await npy("float32", "1000000", new Uint8Array(Float32Array.from({ length: 1e6 }, (_, i) => i).buffer));
    const table = page.locator("app-tensor-table .scroller");
    await table.evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
    const last = page.getByRole("row", { name: "999999 999999" });
    // What lies outside of the table's own frame could not be clicked.
    await last.getByRole("cell").click({ trial: true });
    await table.evaluate((scroller) => {
      scroller.scrollTop = 0;
    });
    await page.getByRole("row", { name: "0 0", exact: true }).getByRole("cell").click({ trial: true });
    expect(await page.locator("app-tensor-table .row").count()).toBeLessThan(30);
  });

  it("a picture is painted in its own colours, with its scale said", async () => {
    const pixels = new Uint8Array(8 * 8 * 3);
    pixels.set([255, 0, 0], 0);
    await npy("uint8", "8, 8, 3", pixels);
    const canvas = page.locator("app-tensor-picture canvas");
    await canvas.waitFor();
    const first = await canvas.evaluate((element) => [
      ...(element as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, 1, 1).data,
    ]);
    expect(first).toEqual([255, 0, 0, 255]);
    expect(await page.locator("figcaption").textContent()).toMatch(/HWC 8×8\s*black 0, white 255/);
  });

  it("a matrix is a heat map, copied for numpy and saved as numpy's file", async () => {
    await fillX("[[0, 1], [2, 3]]");
    await run();
    await answered();
    await page.getByRole("button", { name: "Heat map" }).click();
    const corner = await page
      .locator("app-tensor-picture canvas")
      .evaluate((element) => [
        ...(element as HTMLCanvasElement).getContext("2d")!.getImageData(1, 1, 1, 1).data,
      ]);
    expect(corner).toEqual([253, 231, 37, 255]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download .npy" }).click();
    const saved = readFileSync(await (await download).path());
    expect(saved.subarray(1, 6).toString()).toBe("NUMPY");
    expect(saved.subarray(-4)).toEqual(Buffer.from(new Float32Array([3]).buffer));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copy = page.getByRole("button", { name: "Copy for numpy" });
    await Promise.all([page.getByText("Copied").waitFor(), copy.click()]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "np.array([[0, 1], [2, 3]], dtype=np.float32)",
    );
  });
});

describe("a heat map", () => {
  it("of a mask tells -inf from 0, and leaves nan clear", async () => {
    await open(ECHO);
    await fillX("[[0, -inf], [nan, 0]]");
    await run();
    await answered();
    await page.getByRole("button", { name: "Heat map" }).click();
    const pixels = await page
      .locator("app-tensor-picture canvas")
      .evaluate((element) => [
        ...(element as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, 2, 2).data,
      ]);
    const [dark, light, clear] = [
      [68, 1, 84, 255],
      [253, 231, 37, 255],
      [0, 0, 0, 0],
    ] as const;
    expect(pixels).toEqual([...light, ...dark, ...clear, ...light]);
    expect(await page.locator("figcaption").textContent()).toMatch(/^\s*-1\s*0\s*$/);
  });
});

describe("history", () => {
  it("fills dtype and kind in again too, and ends the call under way", async () => {
    await open(ECHO);
    await page.getByLabel("values of x", { exact: true }).waitFor();
    const dtype = page.getByLabel("dtype of x", { exact: true });
    await dtype.selectOption("int64");
    await dtype.selectOption("float32");
    await fillX("[5, 6]");
    await run();
    await answered();
    await dtype.selectOption("int64");
    await page.route("**/Predict", () => {});
    await run();
    await page.getByRole("button", { name: "Stop" }).waitFor();
    await page.getByText("History (1)").click();
    await page.getByRole("button", { name: /^Fill in again: echo.same/ }).click();
    await page.getByRole("button", { name: "Run", exact: true }).waitFor();
    expect(await dtype.inputValue()).toBe("float32");
    expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(0);
  });

  it("fills a call in again, says what it did not keep, and is cleared", async () => {
    await open(ECHO);
    await fillX("[5, 6]");
    await run();
    await answered();
    await page.getByLabel("kind of x", { exact: true }).selectOption("bytes");
    await page.getByLabel("file for x", { exact: true }).setInputFiles("dist/app/icon-192.png");
    await run();
    await expect.poll(() => page.evaluate(() => JSON.parse(localStorage.history ?? "[]").length)).toBe(2);
    await page.reload();
    await page.getByText("History (2)").click();
    await page
      .getByRole("button", { name: /^Fill in again: echo.same Done/ })
      .nth(1)
      .click();
    expect(await page.getByLabel("values of x", { exact: true }).inputValue()).toBe("[5, 6]");
    await page
      .getByRole("button", { name: /^Fill in again: echo.same/ })
      .first()
      .click();
    await page.getByText("Not kept, so choose or write again: x").waitFor();
    await run();
    await page.getByText("The file icon-192.png can't be read any more").waitFor();
    await page.getByRole("button", { name: "Clear history" }).click();
    expect(await page.evaluate(() => localStorage.history)).toBeUndefined();
  });
});
