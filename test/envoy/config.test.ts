import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { envoyConfig } from "../../src/envoy/config.ts";

test("envoy.yaml is the generator's output for the defaults", async () => {
  expect(await readFile(new URL("../../envoy.yaml", import.meta.url), "utf8")).toBe(envoyConfig());
});

test("what differs between installations is written where it belongs", () => {
  const config = envoyConfig({
    listen: { host: "::", port: 80 },
    workers: ["10.0.0.1:5500", "[fd00::2]:5501"],
    origins: ["https://app.example", "http://localhost:5173"],
    app: { host: "app.internal", port: 3000 },
  });
  expect(config).toContain('address: "::", port_value: 80 }');
  expect(config).toContain('address: "10.0.0.1", port_value: 5500 }');
  expect(config).toContain('address: "fd00::2", port_value: 5501 }');
  expect(config).toContain('- exact: "https://app.example"');
  expect(config).toContain('- exact: "http://localhost:5173"');
  // Addresses are static; only the app has a name here.
  expect(config.match(/type: STATIC/g)).toHaveLength(1);
  expect(config.match(/envoy.cluster.dns/g)).toHaveLength(1);
});

test.each([
  ["a worker that is no address", { workers: ["localhost"] }],
  ["a worker with YAML in it", { workers: ['x" }\n  evil: true #:1'] }],
  ["no worker", { workers: [] }],
  ["a name to listen on", { listen: { host: "localhost", port: 8080 } }],
  ["port 0", { listen: { host: "127.0.0.1", port: 0 } }],
  ["an origin with a path", { origins: ["https://app.example/"] }],
  ["an origin with YAML in it", { origins: ['https://x"\n- evil'] }],
  ["a star", { origins: ["*"] }],
  [
    "pages of this machine where others can reach it",
    { listen: { host: "0.0.0.0", port: 80 }, localPages: true },
  ],
])("%s is refused", (_name, options) => expect(() => envoyConfig(options)).toThrow(TypeError));
