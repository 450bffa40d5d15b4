/** Helm, kubeconform and egctl, built from the Go module proxy in pinned versions into .cache/kubernetes. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve(".cache/kubernetes");

const TOOLS = {
  helm: "helm.sh/helm/v4/cmd/helm@v4.3.2",
  kubeconform: "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0",
  egctl: "github.com/envoyproxy/gateway/cmd/egctl@v1.9.1",
};

/**
 * The tool's program; the first time it is built, which takes minutes.
 * @throws Error when there is no Go, or it does not build
 */
export function tool(name: keyof typeof TOOLS): string {
  const [module, version] = TOOLS[name].split("@") as [string, string];
  const folder = join(FOLDER, version);
  const program = join(folder, name);
  if (existsSync(program)) return program;
  console.error(`Building ${name} ${version}, once: some minutes…`);
  const built = spawnSync("go", ["install", `${module}@${version}`], {
    env: { ...process.env, GOBIN: folder },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (built.error) throw new Error(`${name} is built by Go, which is not here: https://go.dev/dl`);
  if (built.status !== 0) throw new Error(`${name} ${version} does not build: see above`);
  return program;
}

/** What a tool printed. @throws Error with its own words when it fails */
export function run(program: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    input,
  });
  if (status !== 0) throw new Error(`${[program, ...args].join(" ")}\n${stderr}${stdout}`);
  return stdout;
}
