/** The Helm chart: what Helm and the schemas of Kubernetes and Envoy Gateway say of it, with values of many kinds. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { CHART, rendered } from "../../build/kubernetes/rendered.ts";
import { schemas } from "../../build/kubernetes/schemas.ts";
import { run, tool } from "../../build/kubernetes/tools.ts";

interface Resource {
  kind: string;
  metadata: { name: string; labels: Record<string, string> };
  spec: Record<string, never>;
}

const VALUES: Record<string, string[]> = {
  "an Envoy of its own": [],
  "an Envoy that is not scaled": ["envoy.autoscaling.enabled=false", "serving.autoscaling.enabled=true"],
  "a load balancer before it": ["envoy.service.type=LoadBalancer", "envoy.service.annotations.a=b"],
  "no network policies": ["networkPolicy.enabled=false"],
  "Serving on nodes with a device": [
    "serving.nodeSelector.device=ascend",
    "serving.tolerations[0].key=ascend",
  ],
  "Envoy Gateway": ["proxy=gateway"],
  "Envoy Gateway without a certificate": ["proxy=gateway", "gateway.tlsSecret="],
  "Envoy Gateway and pages of other origins": [
    "proxy=gateway",
    "gateway.origins={https://a.example,https://b.example}",
  ],
  "Envoy Gateway and tokens": [
    "proxy=gateway",
    "gateway.jwt.issuer=https://login.example",
    "gateway.jwt.jwksUri=https://login.example/jwks",
    "gateway.jwt.audiences={serving}",
  ],
};

let folder: string;
let helm: string;
let kubeconform: string;
beforeAll(() => {
  helm = tool("helm");
  kubeconform = tool("kubeconform");
  schemas();
  folder = mkdtempSync(join(tmpdir(), "chart-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const template = (...set: string[]) =>
  run(helm, ["template", "mine", CHART, "--namespace", "models", ...set.flatMap((one) => ["--set", one])]);
const resourcesOf = (text: string): Resource[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Resource);
describe("the Helm chart", () => {
  it("has Helm's linter say nothing against it", () => {
    expect(run(helm, ["lint", "--strict", CHART])).toContain("1 chart(s) linted, 0 chart(s) failed");
  });

  it.each(["envoy", "gateway"] as const)(
    "docs/deploy/kubernetes/%s.yaml is what Helm makes of it",
    (proxy) => {
      expect(readFileSync(`docs/deploy/kubernetes/${proxy}.yaml`, "utf8")).toBe(rendered(proxy));
    },
  );

  it("conforms to the schemas of Kubernetes and Envoy Gateway, with values of every kind", () => {
    const files = Object.entries(VALUES).map(([name, set]) => {
      const path = join(folder, `${name}.yaml`);
      writeFileSync(path, template(...set));
      return path;
    });
    const count = files.flatMap((path) => resourcesOf(readFileSync(path, "utf8"))).length;
    const told = run(kubeconform, ["-strict", "-summary", "-schema-location", schemas(), ...files]);
    expect(told).toContain(`Valid: ${count}, Invalid: 0, Errors: 0, Skipped: 0`);
  });

  it("names in routes, policies and upstreams are names of what it makes", () => {
    for (const proxy of ["envoy", "gateway"]) {
      const text = template(`proxy=${proxy}`);
      const names = new Set(resourcesOf(text).map(({ kind, metadata }) => `${kind} ${metadata.name}`));
      const upstreams = [...text.matchAll(/address: "(mine-\w+)"/g)].map(([, name]) => `Service ${name}`);
      const backends = [...text.matchAll(/\{ name: (mine-\w+), port: \d+ \}/g)].map(
        ([, name]) => `Service ${name}`,
      );
      const targets = [...text.matchAll(/kind: (Gateway|GRPCRoute), name: ([\w-]+)/g)].map(
        ([, kind, name]) => `${kind} ${name}`,
      );
      const wanted = [...upstreams, ...backends, ...targets];
      expect(wanted.length).toBeGreaterThan(1);
      expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it("Serving and the app's web server are reached from the proxy's pods alone", () => {
    const policies = resourcesOf(template()).filter(({ kind }) => kind === "NetworkPolicy");
    expect(policies.map(({ metadata }) => metadata.name)).toEqual(["mine-serving", "mine-app"]);
    for (const { spec } of policies) {
      expect(spec).toMatchObject({
        ingress: [
          {
            from: [
              {
                podSelector: {
                  matchLabels: {
                    "app.kubernetes.io/component": "envoy",
                    "app.kubernetes.io/instance": "mine",
                  },
                },
              },
            ],
          },
        ],
      });
    }
  });

  it("another configuration of Envoy brings other pods", () => {
    const sum = (text: string) => /checksum\/config: (\w{64})/.exec(text)![1];
    expect(sum(template("envoy.port=8443"))).not.toBe(sum(template()));
  });
});
