/** What a thread starts with: Node 20 has no TypeScript there of its own. */

import { register } from "tsx/esm/api";

register();
await import("./loop.ts");
