import { describe, expect, it } from "vitest";
import { parseDoctorOptions } from "../../src/cli/doctor/doctor-options.ts";
import { UsageError } from "../../src/cli/options/option-values.ts";
import { parseServeOptions } from "../../src/cli/options/serve-options.ts";
import { HELP, parseOptions } from "../../src/cli/options/start-options.ts";
import { envoyConfig } from "../../src/envoy/config.ts";

describe("options of npm start", () => {
  it("are, without arguments: a demo worker of release 1.5 on loopback, the page on port 8080", () => {
    expect(parseOptions([])).toEqual({
      worker: undefined,
      serving: "demo",
      host: "127.0.0.1",
      port: 8080,
      origins: [],
      localPages: true,
      proxy: undefined,
      signatures: [],
      command: "npm start --",
      release: "1.5",
      model: undefined,
      workerPort: 5500,
    });
  });

  it("are all read from the command line", () => {
    const words =
      "--worker serving.example:5500 --port 0 --host 0.0.0.0 --origin https://a.example --origin http://b.example:81/ --proxy bridge --release 1.1 --model m --worker-port 1 --signature a.json --signature servables";
    expect(parseOptions(words.split(" "))).toEqual({
      worker: "serving.example:5500",
      serving: "demo",
      host: "0.0.0.0",
      port: 0,
      origins: ["https://a.example", "http://b.example:81"],
      localPages: false,
      proxy: "bridge",
      signatures: ["a.json", "servables"],
      command: "npm start --",
      release: "1.1",
      model: "m",
      workerPort: 1,
    });
  });

  it.each([
    ["--worker", "127.0.0.1", /--worker 127.0.0.1: give HOST:PORT/],
    ["--worker", "http://x:1", /give HOST:PORT/],
    ["--worker", "x:70000", /give HOST:PORT/],
    ["--port", "80a", /--port 80a: give a port number/],
    ["--port", "65536", /give a port number/],
    ["--host", "", /--host is empty: give an address/],
    ["--origin", "*", /--origin "\*" is not an origin: give scheme, host and port only/],
    ["--origin", "https://a.example/page", /only, as browsers do, such as https:\/\/a\.example\.$/],
    ["--origin", "capacitor://localhost/page", /such as capacitor:\/\/localhost\.$/],
    ["--origin", "null", /--origin "null" is not an origin/],
    ["--proxy", "nginx", /--proxy nginx: give envoy or bridge/],
    ["--serving", "2.0", /--serving 2.0: give real, lite or demo/],
    ["--release", "2.1", /--release 2.1: give one from 1.1 to 2.0/],
    ["--prot", "1", /--prot.*--help lists the options/],
    ["stray", "1", /--help lists the options/],
  ])("%s %s gets one sentence", (name, value, sentence) => {
    expect(() => parseOptions([name, value])).toThrow(UsageError);
    expect(() => parseOptions([name, value])).toThrow(sentence);
    try {
      parseOptions([name, value]);
    } catch (error) {
      expect((error as Error).message).not.toContain("\n");
    }
  });

  it("refuse two workers instead of dropping one", () => {
    const words = ["--worker", "a:1", "--worker", "b:2"];
    for (const parse of [parseOptions, parseServeOptions]) {
      expect(() => parse(words)).toThrow(UsageError);
      expect(() => parse(words)).toThrow("--worker a:1, b:2: give one; the command envoy takes several.");
    }
    expect(parseServeOptions([])!.worker).toBe("127.0.0.1:5500");
  });

  it("tell the real Serving from one that runs elsewhere, and from the demo worker", () => {
    expect(parseOptions(["--serving", "lite", "--worker-port", "0"])).toMatchObject({
      serving: "lite",
      worker: undefined,
      workerPort: 0,
    });
    expect(() => parseOptions(["--serving", "real", "--worker", "a:1"])).toThrow(/give one of them/);
    expect(() => parseOptions(["--serving", "real", "--release", "1.1"])).toThrow(
      /--release is for the demo/,
    );
    expect(() => parseOptions(["--serving", "lite", "--model", "m"])).toThrow(/--model is for the demo/);
  });

  it.each([
    ["127.0.0.1", true],
    ["127.0.0.2", true],
    ["localhost", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.20", false],
    ["serving.example", false],
    ["localhost.example", false],
  ])("with --host %s let pages of this machine call: %s", (host, localPages) => {
    expect(parseOptions(["--host", host])).toMatchObject({ host, localPages });
  });

  it.each([
    "https://a.example",
    "chrome-extension://abcdefghijklmnop",
    "moz-extension://0a1b2c3d-0000-4000-8000-000000000000",
    "capacitor://localhost",
    "tauri://localhost",
    "ionic://localhost",
    "app://main",
  ])("take --origin %s, as every command does that has it", (origin) => {
    const words = ["--origin", origin];
    expect(parseOptions(words)!.origins).toEqual([origin]);
    expect(parseServeOptions(words)!.origins).toEqual([origin]);
    expect(parseDoctorOptions(["http://localhost:8080", ...words])!.subject.origin).toBe(origin);
    expect(envoyConfig({ origins: [origin] })).toContain(`- exact: "${origin}"`);
  });

  it("know how their command was started", () => {
    expect(parseOptions([])!.command).toBe("npm start --");
    expect(parseOptions([], "dev")!.command).toBe("npm run dev --");
    expect(parseServeOptions([])!.command).toBe("npx mindspore-serving-web serve");
  });

  it("are all named by --help", () => {
    expect(parseOptions(["--help"])).toBeUndefined();
    for (const name of [
      "worker",
      "serving",
      "port",
      "host",
      "origin",
      "proxy",
      "release",
      "model",
      "worker-port",
    ]) {
      expect(HELP).toContain(`--${name} `);
    }
  });
});
