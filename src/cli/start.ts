import { run } from "./lifecycle.ts";
import { startProxyPart } from "./proxy-part.ts";
import { startWorkerPart } from "./worker-part.ts";

await run(async (options, parts) => {
  const worker = await startWorkerPart(options, parts);
  const proxy = await startProxyPart(options, worker, parts);
  console.log(`
  MindSpore Serving for the browser

  page    ${proxy.url}
  proxy   ${proxy.description}
  worker  ${worker.description}

  Ctrl-C stops everything.`);
});
