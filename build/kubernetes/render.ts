/** `npm run kubernetes`: the chart's own files, and what Helm makes of the chart for those who have no Helm. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chartFiles } from "./chart-files.ts";
import { rendered } from "./rendered.ts";

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
};

for (const [path, text] of Object.entries(chartFiles())) write(join("docs/deploy/chart", path), text);
for (const proxy of ["envoy", "gateway"] as const)
  write(`docs/deploy/kubernetes/${proxy}.yaml`, rendered(proxy));
