// A framework's server: it imports what its pages import, and renders them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Client, tensor } from "mindspore-serving-web";
import { ServingClassifier } from "mindspore-serving-web/elements";
import { createSSRApp, h, ref } from "vue";
import { renderToString } from "vue/server-renderer";

createRequire(import.meta.url)("mindspore-serving-web/elements");
const client = ref(new Client(readFileSync("proxy.txt", "utf8"), "add", "add_common"));
const ones = tensor([1, 1, 1, 1]);
const [{ y }] = await client.value.infer({ x1: ones, x2: ones });
const page = createSSRApp({ render: () => h("serving-classifier", { multiple: true }, String(y)) });
console.log(await renderToString(page));
console.log(typeof customElements, typeof HTMLElement, typeof document);
try {
  new ServingClassifier();
} catch (error) {
  console.log(error.message);
}
