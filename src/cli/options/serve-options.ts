/** The arguments of `mindspore-serving-web serve`, to options. */

import { parseWords, toWorker } from "./option-values.ts";
import { PAGE_HELP, PAGE_WORDS, type PageOptions, toPageOptions } from "./page-options.ts";
import { startedAs } from "./started-as.ts";

interface ServeOptions extends PageOptions {
  /** `HOST:PORT` of the Serving's gRPC port. */
  worker: string;
}

export const SERVE_HELP = `${startedAs("serve")} [options]    the web app and a proxy in front of a MindSpore Serving

  --worker HOST:PORT      gRPC port of the Serving (127.0.0.1:5500)
${PAGE_HELP}
  --help                  these words`;

/**
 * @returns `undefined` when help was asked for
 * @throws UsageError
 */
export function parseServeOptions(args: string[]): ServeOptions | undefined {
  const { values } = parseWords({
    args,
    options: { ...PAGE_WORDS, worker: { type: "string", multiple: true } },
  });
  if (values.help) return undefined;
  return { ...toPageOptions("serve", values), worker: toWorker(values.worker ?? []) };
}
