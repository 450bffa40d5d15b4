const { readFileSync } = require("node:fs");
const { Client, tensor, unwrap } = require("mindspore-serving-web");
const { toTensor } = require("mindspore-serving-web/image");

const proto = readFileSync(require.resolve("mindspore-serving-web/proto"), "utf8");
const two = tensor([
  [1, 1],
  [1, 1],
]);
new Client(process.argv[2], "add", "add_common").infer([{ x1: two, x2: two }]).then((result) => {
  const [first] = unwrap(result);
  console.log(String(unwrap(first).y), typeof toTensor, /rpc Predict/.test(proto));
});
