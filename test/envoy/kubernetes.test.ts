/** What the Helm chart takes from this project, and that a real Envoy takes what it makes of it. */

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { chartFiles } from "../../build/kubernetes/chart-files.ts";
import { binary, howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";

interface Resource {
  kind: string;
  data: Record<string, string>;
}

test.each(Object.entries(chartFiles()))(
  "%s of the chart is in step (fix it with: npm run kubernetes)",
  (path, text) => {
    expect(readFileSync(join("docs/deploy/chart", path), "utf8")).toBe(text);
  },
);

test.skipIf(skipWithoutEnvoy)(
  `the ConfigMap's envoy.yaml is one that Envoy takes${howToGetEnvoy}`,
  async () => {
    const manifests = parseAllDocuments(readFileSync("docs/deploy/kubernetes/envoy.yaml", "utf8"));
    const { data } = manifests.map((one) => one.toJS() as Resource).find(({ kind }) => kind === "ConfigMap")!;
    const folder = mkdtempSync(join(tmpdir(), "chart-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const config = join(folder, "envoy.yaml");
    writeFileSync(config, data["envoy.yaml"]!);
    const { stdout } = await promisify(execFile)(binary!, ["--mode", "validate", "-c", config]);
    expect(stdout).toContain("OK");
    expect(data["envoy.yaml"]).toContain('address: "models-serving", port_value: 5500');
  },
);
