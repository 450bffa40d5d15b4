/** The bridge in a process of its own, as `npm start` runs it. Words: the worker's address, the directory of the page. */

import { serve } from "../../../src/bridge/serve.ts";

const [worker, appDir] = process.argv.slice(2) as [string, string];
const { url } = await serve({ port: 0, appDir, bridge: { worker } });
process.send!(url);
