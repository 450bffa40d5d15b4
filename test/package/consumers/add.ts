// What every page does with the package. It is JavaScript as it stands, for the projects that have no TypeScript.

import { Client, isError, Tensor, tensor } from "mindspore-serving-web";
import { toTensor } from "mindspore-serving-web/image";

/** The matrices of Serving's tutorial, by way of `?proxy=`, or else of the page's own origin. */
export async function add() {
  const address = new URLSearchParams(location.search).get("proxy") ?? "";
  const client = new Client(address, "add", "add_common");
  const ones = tensor([
    [1, 1],
    [1, 1],
  ]);
  const twos = tensor([
    [2, 2],
    [2, 2],
  ]);
  const result = await client.infer([
    { x1: ones, x2: ones },
    { x1: twos, x2: twos },
  ]);
  if (isError(result)) return `${result.kind}: ${result.error}`;
  return result.map((outcome) => (isError(outcome) ? outcome.error : String(outcome.y))).join(" ");
}

/** A picture of one red pixel, as a tensor. */
export async function picture() {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d");
  if (!context) return "no canvas";
  context.fillStyle = "#f00";
  context.fillRect(0, 0, 1, 1);
  const red = await toTensor(await canvas.convertToBlob(), { dtype: "uint8" });
  return red instanceof Tensor ? String(red) : "a Tensor of another copy of the package";
}

export async function both() {
  return `${await add()} ${await picture()}`;
}
