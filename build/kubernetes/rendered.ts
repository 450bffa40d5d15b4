/** What Helm makes of the chart. */

import { run, tool } from "./tools.ts";

export const CHART = "docs/deploy/chart";

/** Before each plain file. */
const HEAD = (
  proxy: string,
) => `# Made by \`npm run kubernetes\` from the chart, as a release named "models": helm template models docs/deploy/chart
# --set proxy=${proxy}. What is yours to change is in the chart's values.yaml.
`;

/** The manifests of the chart's values, as committed. @throws Error with Helm's words */
export function rendered(proxy: "envoy" | "gateway"): string {
  const args = ["template", "models", CHART, "--namespace", "models", "--set", `proxy=${proxy}`];
  return HEAD(proxy) + run(tool("helm"), args);
}
