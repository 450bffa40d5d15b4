/**
 * Makes the peers' code with their own generators and bundles every stack, into a folder that is not committed.
 * `npm ci` in this folder brings the generators; none of them downloads anything else.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { cutLibraries } from "../../build/cut/plugin.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
const BENCH = import.meta.dirname;

/** Everything that is generated lies here. */
export const HERE = join(BENCH, ".cache");

/** Each stack's module in `peers/`, and the name by which tables call it. */
export const PEERS: Record<string, string> = {
  "grpc-web": "grpc-web + google-protobuf",
  connect: "connect-web + protobuf-es",
  "protobuf-ts": "protobuf-ts",
  "nice-grpc": "nice-grpc-web + ts-proto",
};

export function installPeers(): void {
  if (existsSync(join(BENCH, "node_modules/protoc"))) return;
  console.log("Installing the peers (test/bench/package.json) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: BENCH, stdio: "inherit" });
}

export function generatePeers(): void {
  const out = join(HERE, "generated");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const plugin = (name: string) => `--plugin=${name}=${join(BENCH, "node_modules/.bin", name)}`;
  const protoc = (...args: string[]) =>
    execFileSync(process.execPath, [join(BENCH, "node_modules/protoc/protoc.cjs"), ...args], {
      stdio: "inherit",
    });
  const file = [`-I${join(ROOT, "proto")}`, "ms_service.proto"];
  for (const folder of ["es", "ts", "proto"]) mkdirSync(join(out, folder), { recursive: true });
  protoc(plugin("protoc-gen-es"), `--es_out=${out}/es`, "--es_opt=target=ts", ...file);
  protoc(plugin("protoc-gen-ts"), `--ts_out=${out}/ts`, ...file);
  const services = "outputServices=nice-grpc,outputServices=generic-definitions,useExactTypes=false";
  protoc(plugin("protoc-gen-ts_proto"), `--ts_proto_out=${out}/proto`, `--ts_proto_opt=${services}`, ...file);
}

/** One module with all that it imports. */
export async function bundle(entry: string, minify: boolean): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [cutLibraries()],
    build: {
      write: false,
      minify,
      target: "es2022",
      lib: { entry, formats: ["es"], fileName: "bundle" },
      rolldownOptions: {
        onLog: (level, log, report) => log.code === "EVAL" || report(level, log),
      },
    },
  });
  const [{ output }] = result as unknown as [{ output: { type: string; isEntry?: boolean; code: string }[] }];
  return output.find(({ isEntry }) => isEntry)!.code;
}

/** Bundles for Node's codec table: `HERE/peers/<name>.js`. */
export async function bundlePeers(): Promise<void> {
  mkdirSync(join(HERE, "peers"), { recursive: true });
  for (const name of [...Object.keys(PEERS), "values"]) {
    const code = await bundle(join(BENCH, "peers", `${name}.ts`), false);
    writeFileSync(join(HERE, "peers", `${name}.js`), code);
  }
}

export async function bundlePage(): Promise<string> {
  return bundle(join(BENCH, "page.ts"), false);
}

/** The stacks' versions, for the head of a report. */
export function versions(): string {
  const names = [
    ...["grpc-web", "google-protobuf", "@connectrpc/connect-web", "@bufbuild/protobuf"],
    ...["@protobuf-ts/grpcweb-transport", "nice-grpc-web", "ts-proto"],
  ];
  const manifests = names.map((name) => {
    const folder = [BENCH, ROOT].find((base) => existsSync(join(base, "node_modules", name)))!;
    return JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
  });
  return manifests.map(({ name, version }) => `${name} ${version}`).join(", ");
}
