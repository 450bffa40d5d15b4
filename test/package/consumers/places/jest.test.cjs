// A page's tests with Jest's jsdom, which has neither fetch, nor TextDecoder, nor Blob.arrayBuffer.

const { readFileSync } = require("node:fs");
const util = require("node:util");
const { Client, tensor } = require("mindspore-serving-web");
const { toUpload } = require("mindspore-serving-web/image");
const { PhotoQueue } = require("mindspore-serving-web/photos");

const client = new Client(readFileSync(`${__dirname}/proxy.txt`, "utf8"), "add", "add_common");
const ones = tensor([
  [1, 1],
  [1, 1],
]);

test("imports, and names what a call needs", async () => {
  expect(typeof PhotoQueue).toBe("function");
  expect(typeof require("mindspore-serving-web/elements").ServingMethod).toBe("function");
  await expect(client.infer({ x1: ones, x2: ones })).rejects.toThrow(
    "missing here: TextDecoder, TextEncoder: give",
  );
});

test("prepares a photo that is fine as it is", async () => {
  const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2])], "a.jpg", { type: "image/jpeg" });
  expect(await toUpload(photo)).toBe(photo);
});

test("calls with Node's own TextDecoder and TextEncoder", async () => {
  Object.assign(globalThis, { TextDecoder: util.TextDecoder, TextEncoder: util.TextEncoder });
  const [outcome] = await client.infer({ x1: ones, x2: ones });
  expect(outcome.y.toArray()).toEqual([
    [2, 2],
    [2, 2],
  ]);
});
