/** `npm start -- --worker`: the app's demos, answered by the real Serving. */

import { describe, it } from "vitest";
import { bothDemos, NO_PICTURE } from "../browser/both-demos.ts";
import { startCommand } from "../browser/command.ts";
import { proxies } from "../envoy/proxies.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

for (const { name, skip, title } of proxies) {
  describe(`the app through ${title}`, () => {
    if (skip || skipWithoutServing) return void it.skip(`both demos${howToGetServing}`);
    const proxy = name === "Envoy" ? "envoy" : "bridge";
    bothDemos(() => startCommand(["--proxy", proxy, "--worker", servingAddress]), NO_PICTURE);
  });
}
