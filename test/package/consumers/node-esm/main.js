import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client, tensor, unwrap } from "mindspore-serving-web";
import { toTensor } from "mindspore-serving-web/image";

const proto = readFileSync(fileURLToPath(import.meta.resolve("mindspore-serving-web/proto")), "utf8");
const two = tensor([
  [1, 1],
  [1, 1],
]);
const [first] = unwrap(await new Client(process.argv[2], "add", "add_common").infer([{ x1: two, x2: two }]));
console.log(String(unwrap(first).y), typeof toTensor, /rpc Predict/.test(proto));
