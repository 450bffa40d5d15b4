/**
 * Makes the peers' code with their own generators and bundles modules, into a folder that is not committed.
 * `npm ci` in this folder brings the generators; none of them downloads anything else.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { cutLibraries } from "../../build/cut/plugin.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
const BENCH = import.meta.dirname;

/** Everything that is generated lies here. */
export const HERE = join(BENCH, ".cache");

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

/** One module with all that it imports. @param plugins for what it imports of this repository's source */
export async function bundle(
  entry: string,
  minify: boolean,
  plugins: Plugin[] = [cutLibraries()],
): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins,
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
