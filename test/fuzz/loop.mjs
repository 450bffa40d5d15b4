/** What a thread starts with: Node 20 has no TypeScript there of its own. */

import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
if (!workerData.whole) (await import("../setup/cut.ts")).importTheCut();
await import("./loop.ts");
