/** The tarball as a user's npm unpacks it: what is in it, what it needs, and that its command works from there. */

import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { ENTRIES, FRAMEWORKS } from "../../build/library.ts";
import { Client } from "../../src/client/index.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { node, run } from "./command.ts";
import { installForAll } from "./project.ts";
import { startServe } from "./serve-command.ts";

let project: string;
let root: string;
let manifest: Record<string, Record<string, unknown>>;
let files: string[];

beforeAll(async () => {
  project = await installForAll({ private: true });
  root = join(project, "node_modules/mindspore-serving-web");
  manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
});

const installed = (name: string) =>
  JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8"));
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const library = () => files.filter((file) => /^dist\/lib\/[^/]+$/.test(file));

describe("files", () => {
  it("are those that a user has a use for", () => {
    const known = [
      /^(package\.json|custom-elements\.json|signature\.schema\.json|llms\.txt|README(\.zh-CN)?\.md|LICENSE|proto\/ms_service\.proto|dist\/lib\/THIRD-PARTY\.txt)$/,
      /^dist\/lib\/[a-z-]+\.(js|cjs)(\.map)?$/,
      /^dist\/lib\/[a-z-]+\.d\.(ts|cts)$/,
      /^dist\/lib\/app\/signatures\.json$/,
      /^dist\/lib\/app\/[\w./-]+\.((html|js|css|webmanifest|svg|txt)(\.gz)?|jpg|png|webp)$/,
    ];
    expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const file of ["LICENSE", "README.md", "dist/lib/cli.js", "dist/lib/app/index.html"]) {
      expect(files).toContain(file);
    }
  });

  it("lead to each other, or to an address, with every link of README and llms.txt", () => {
    const texts = ["README.md", "README.zh-CN.md", "llms.txt"].map(textOf);
    const links = texts.flatMap((text) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!),
    );
    expect(links.filter((target) => !/^https?:/.test(target) && !files.includes(target))).toEqual([]);
    expect(links.length).toBeGreaterThan(3);
    // And the repository's own are as they were.
    expect(readFileSync("README.md", "utf8")).toContain("](docs/guide.md)");
  });

  it("tell nothing of the machine that built them", () => {
    expect(files.filter((file) => !file.endsWith(".jpg") && textOf(file).includes(process.cwd()))).toEqual(
      [],
    );
  });

  it("have source maps that hold their sources, wherever a page runs them", () => {
    for (const file of library().filter((file) => /\.c?js$/.test(file) && !file.endsWith("/cli.js"))) {
      // An entry whose code lies in a file that it shares has nothing but names.
      if (!/function|class|=>/.test(textOf(file))) continue;
      const map = JSON.parse(textOf(`${file}.map`));
      expect(textOf(file), file).toContain(`sourceMappingURL=${file.split("/").at(-1)}.map`);
      expect(map.sources.length, file).toBeGreaterThan(0);
      expect(
        map.sourcesContent.every((text: unknown) => typeof text === "string"),
        file,
      ).toBe(true);
    }
  });

  it("name in THIRD-PARTY.txt every package that is built into them", () => {
    const sources = library()
      .filter((file) => file.endsWith(".map"))
      .flatMap((file) => JSON.parse(textOf(file)).sources as string[]);
    const builtIn = new Set(
      sources.flatMap((source) => /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
    );
    expect(builtIn).toContain("google-protobuf");
    for (const extension of ["js", "cjs"]) {
      const { version, license } = installed("google-protobuf");
      const cut = textOf(`dist/lib/google-protobuf.${extension}`);
      expect(cut).toContain(
        `google-protobuf ${version}, cut to what mindspore-serving-web calls of it | ${license}`,
      );
      // Its code lies in a file of its own, which the hooks share.
      expect(textOf(`dist/lib/client.${extension}`)).toContain(`"./google-protobuf.${extension}"`);
      expect(cut.length).toBeLessThan(40_000);
    }
    for (const name of [...builtIn, "lit"]) {
      expect(textOf("dist/lib/THIRD-PARTY.txt")).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });
});

describe("what it needs", () => {
  it("grpc-web and google-protobuf, nothing else", async () => {
    expect(Object.keys(manifest.dependencies!).sort()).toEqual(["google-protobuf", "grpc-web"]);
    const { packages } = JSON.parse(await readFile(join(project, "node_modules/.package-lock.json"), "utf8"));
    expect(Object.keys(packages).sort()).toEqual([
      "node_modules/google-protobuf",
      "node_modules/grpc-web",
      "node_modules/mindspore-serving-web",
    ]);
  });

  it("imports nothing else; hooks import their framework, and the command Node's own modules", () => {
    const dependencies = Object.keys(manifest.dependencies!);
    for (const file of library().filter((file) => /\.(c?js|d\.c?ts)$/.test(file))) {
      const imports = textOf(file).matchAll(
        /^(?:import|export)\b[^;]*?from ['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]|\brequire\("([^"]+)"\)/gm,
      );
      for (const [, from, bare, required] of imports) {
        const name = (from ?? bare ?? required)!;
        if (name.startsWith("./")) expect(files, `${file} imports ${name}`).toContain(beside(file, name));
        else if (file.endsWith("/cli.js"))
          expect([...builtinModules, ...dependencies]).toContain(bareName(name));
        else if (!file.endsWith("/standalone.js")) {
          const own = FRAMEWORKS.filter((framework) => file.startsWith(`dist/lib/${framework}.`));
          expect([...dependencies, ...own], file).toContain(name);
        }
      }
    }
  });
});

/** A declaration file names the JavaScript that it is for. */
function beside(file: string, name: string): string {
  const path = join(dirname(file), name).replaceAll("\\", "/");
  return /\.d\.c?ts$/.test(file) ? path.replace(/\.(c?)js$/, ".d.$1ts") : path;
}

const bareName = (name: string) => name.replace(/^node:/, "");

describe("exports", () => {
  it("all resolve, by import and by require", async () => {
    const names = Object.keys(manifest.exports!).map((path) => `mindspore-serving-web${path.slice(1)}`);
    const script = `
      import { existsSync } from "node:fs";
      import { createRequire } from "node:module";
      import { fileURLToPath } from "node:url";
      const { resolve } = createRequire(import.meta.url);
      for (const name of ${JSON.stringify(names)}) {
        console.log(existsSync(fileURLToPath(import.meta.resolve(name))) && existsSync(resolve(name)));
      }`;
    await writeFile(join(project, "resolve.mjs"), script);
    const { output } = await node(project, "resolve.mjs");
    expect(output).toBe("true\n".repeat(names.length));
  });

  it("understand each other, where a program both imports and requires the package", async () => {
    const script = `
      import { createRequire } from "node:module";
      import { Client, isError, SEND_NOW } from "mindspore-serving-web";
      const other = createRequire(import.meta.url)("mindspore-serving-web");
      const mine = new Client("http://127.0.0.1:9", "add", "add_common");
      const reply = await mine.infer({ x1: other.tensor([1]), x2: other.int32(1) });
      console.log(other.Client === Client, other.SEND_NOW === SEND_NOW);
      console.log(reply.kind, other.isError(reply), isError(reply));
      try { other.unwrap(reply); } catch (error) { console.log(error.name); }`;
    await writeFile(join(project, "copies.mjs"), script);
    const { output } = await node(project, "copies.mjs");
    expect(output).toBe("false true\nproxy-unreachable true true\nServingError\n");
  });

  it("have every entry that is built, and its types for node10", () => {
    for (const name of Object.keys(ENTRIES)) {
      const path = name === "index" ? "." : `./${name}`;
      expect(manifest.exports![path], path).toEqual({
        import: { types: `./dist/lib/${name}.d.ts`, default: `./dist/lib/${name}.js` },
        require: { types: `./dist/lib/${name}.d.cts`, default: `./dist/lib/${name}.cjs` },
      });
      if (name === "index") continue;
      expect(manifest.typesVersions!["*"]).toHaveProperty(name, [`./dist/lib/${name}.d.cts`]);
    }
  });

  it("say of React's hook that it is client code, on the first line", () => {
    for (const extension of ["js", "cjs"]) {
      expect(textOf(`dist/lib/react.${extension}`)).toMatch(/^"use client";\n/);
    }
  });

  it("and the older fields name files that are there", () => {
    const { exports, main, module, types, unpkg, jsdelivr, bin, typesVersions } = manifest;
    const paths = JSON.stringify([exports, main, module, types, unpkg, jsdelivr, bin, typesVersions]);
    for (const path of paths.match(/(?<=")[^"]*(dist|proto)\/[^"]+/g)!) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  it("publint and @arethetypeswrong/cli find nothing", async () => {
    const tools = await installForAll({
      private: true,
      devDependencies: { "@arethetypeswrong/cli": "0.18.5", publint: "0.3.25" },
    });
    const tarball = inject("tarball");
    const publint = await node(tools, "node_modules/publint/src/cli.js", "run", tarball, "--strict");
    expect(publint.output).toContain("All good!");
    // The .proto file and the schema have no types to get wrong.
    const words = [tarball, "--exclude-entrypoints", "proto", "signature.schema.json", "--no-color"];
    const attw = await node(tools, "node_modules/@arethetypeswrong/cli/dist/index.js", ...words);
    expect(attw.output).toContain("No problems found");
    expect(attw.code).toBe(0);
  });
});

describe("the command", () => {
  const command = (...words: string[]) =>
    run(project, join(project, "node_modules/.bin/mindspore-serving-web"), words);

  it("serve: the app and the bridge in front of a Serving", async () => {
    const worker = await startDemoServing({ port: 0 });
    onTestFinished(() => worker.close());
    const serve = await startServe(project, "--worker", worker.address, "--port", "0", "--proxy", "bridge");
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await newPage(browser);
    await page.goto(`${serve.url}/#/add`);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page
      .getByText(/\[6\., 6\.\]/)
      .first()
      .waitFor();
    expect(await new Client(serve.url, "add", "add_common").probe()).toMatchObject({ method: true });

    const healthy = await command("doctor", serve.url, "add", "add_common", "--lang", "en");
    expect(healthy.output).toContain("No problem found, as far as can be seen");
    expect(healthy.code).toBe(0);
    const ill = await command("doctor", serve.url, "add", "no_such", "--json", "--lang", "en");
    expect(ill.code).toBe(1);
    expect(JSON.parse(ill.stdout)).toMatchObject({ ok: false, fix: { step: "method" } });
    expect(await serve.stop()).toBe(0);
  });

  it("envoy: this repository's envoy.yaml", async () => {
    expect((await command("envoy")).stdout).toBe(readFileSync("envoy.yaml", "utf8"));
  });

  it("are told as they are started from the package, in help, in refusals and on the page", async () => {
    for (const name of ["serve", "envoy", "doctor", "evaluate"]) {
      const { stdout } = await command(name, "--help");
      expect(stdout).toMatch(new RegExp(`^npx mindspore-serving-web ${name} `));
      expect(stdout).not.toMatch(/\bnpm\b/);
    }
    const words = ["--worker", "127.0.0.1:1", "--port", "0", "--proxy", "bridge"];
    const { url } = await startServe(project, ...words);
    expect(await (await fetch(`${url}/demo.json`)).json()).toEqual({
      demo: false,
      command: "npx mindspore-serving-web serve",
      worker: "127.0.0.1:1",
    });
    const { headers } = await fetch(`${url}/healthz`, { headers: { origin: "https://a.example" } });
    expect(headers.get("grpc-message")).toContain(
      "(npx mindspore-serving-web serve --origin https://a.example)",
    );
  });

  it("--version, --help, and a sentence for a mistake", async () => {
    expect((await command("--version")).stdout.trim()).toBe(String(manifest.version));
    expect((await command()).stdout).toMatch(/serve .*\n.*envoy .*\n.*doctor /);
    const mistakes = [["sreve"], ["serve", "--worker", "x"], ["envoy", "--listen", "x"], ["doctor"]];
    for (const words of mistakes) {
      const { code, output } = await command(...words);
      expect(code, output).toBe(2);
      expect(output.trim().split("\n"), output).toHaveLength(1);
    }
  });
});
