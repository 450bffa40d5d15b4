/** `npm run serving`: makes the real MindSpore Serving on this machine, and runs it. */

import { relative } from "node:path";
import { SERVABLES, stopRunning } from "../serving/index.ts";
import { parseWords, toNumber, toPort } from "./options/option-values.ts";
import { run } from "./parts/lifecycle.ts";
import { REAL_MODEL, servableLines, startRealPart } from "./parts/real-serving.ts";

const HELP = `npm run serving -- [options]   the real MindSpore Serving 2.0.2, on a plain CPU (x86-64 Linux)

Makes what it needs under .cache/serving, once: a venv with pinned wheels (Python 3.9, found on PATH, under pyenv, or
named by SERVING_PYTHON), models with real ImageNet weights, and servables; then starts it and waits until all answer.

  --port PORT             its gRPC port, on 127.0.0.1 (5500; 0 picks a free one)
  --lite                  with MindSpore Lite alone (Python 3.7): less to download; pictures by Pillow
  --workers N             worker processes for each servable (1)
  --max-msg-mb-size N     largest message in MB, 1 to 512 (100)
  --stop                  stop the one that runs on --port
  --help                  these words`;

interface Options {
  port: number;
  lite: boolean;
  workers: number;
  maxMsgMbSize: number;
  stop: boolean;
}

function parse(args: string[]): Options | undefined {
  const { values } = parseWords({
    args,
    options: {
      port: { type: "string" },
      lite: { type: "boolean" },
      workers: { type: "string" },
      "max-msg-mb-size": { type: "string" },
      stop: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  return {
    port: toPort("--port", values.port ?? "5500"),
    lite: values.lite ?? false,
    workers: toNumber("--workers", values.workers ?? "1", 1, 64),
    maxMsgMbSize: toNumber("--max-msg-mb-size", values["max-msg-mb-size"] ?? "100", 1, 512),
    stop: values.stop ?? false,
  };
}

await run(process.argv.slice(3), parse, HELP, async (options, parts) => {
  if (options.stop) {
    await stopRunning(options.port);
    console.log(`MindSpore Serving on port ${options.port} has stopped.`);
    process.exit(0);
  }
  const { stop: _, ...rest } = options;
  const serving = await startRealPart(rest, parts);
  console.log(`
  MindSpore Serving 2.0.2 (${serving.form.description})

  gRPC       ${serving.address}
  servables  ${servableLines(serving.servables, REAL_MODEL, " ".repeat(13))}
  page       npm start -- --worker ${serving.address} --signature ${relative(".", SERVABLES)}

  Ctrl-C stops all of it, and so does npm run serving -- --stop --port ${serving.port} from elsewhere.`);
});
