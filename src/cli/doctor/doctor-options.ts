/** The arguments of `mindspore-serving-web doctor`, to a case. */

import { parseWords, toNumber, toOrigin, UsageError } from "../options/option-values.ts";
import { startedAs } from "../options/started-as.ts";
import { toClient } from "../options/to-client.ts";
import { NOBODY } from "./call-for-nobody.ts";
import type { Case } from "./case.ts";

export interface DoctorOptions {
  subject: Case;
  json: boolean;
  language: "en" | "zh";
}

export const DOCTOR_HELP = `${startedAs("doctor")} ADDRESS [SERVABLE [METHOD]] [options]

Checks from outside, step by step, what is between a page and an answer, and says the first thing to fix.
Exit code 0 when there is nothing to fix, else 1; 2 for wrong use. No method is run, so a servable whose workers have all
died looks fine.

  ADDRESS                 the proxy's, as the page gives it to the client, e.g. http://localhost:8080
  --origin ORIGIN         the page's origin, when it is not the proxy's, e.g. https://example.com
  --version N             version of the servable (the highest)
  --message-mb N          a message of this size has to get through, in MB, up to 512 (5)
  --timeout SECONDS       longest wait in one step (10)
  --json                  one JSON object, for programs
  --lang en|zh            language of the words (LANG's)
  --help                  these words`;

/**
 * @returns `undefined` when help was asked for
 * @throws UsageError
 */
export function parseDoctorOptions(args: string[]): DoctorOptions | undefined {
  const { values, positionals } = parseWords({
    args,
    allowPositionals: true,
    options: {
      origin: { type: "string" },
      version: { type: "string" },
      "message-mb": { type: "string" },
      timeout: { type: "string" },
      json: { type: "boolean" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const [address, servable, method, stray] = positionals;
  if (address === undefined || stray !== undefined) {
    throw new UsageError("give ADDRESS [SERVABLE [METHOD]], such as http://localhost:8080 add add_common.");
  }
  return {
    subject: {
      address: toAddress(address),
      servable,
      method,
      version: toNumber("--version", values.version ?? "0", 0, Number.MAX_SAFE_INTEGER),
      origin: values.origin === undefined ? undefined : toOrigin(values.origin),
      messageMb: toNumber("--message-mb", values["message-mb"] ?? "5", 1, 512),
      timeoutMs: toNumber("--timeout", values.timeout ?? "10", 1, 600) * 1000,
    },
    json: values.json ?? false,
    language: toLanguage(values.lang),
  };
}

/** As the client itself reads it. */
function toAddress(address: string): string {
  return toClient({ address, servable: NOBODY, method: NOBODY }).address;
}

function toLanguage(text: string | undefined): "en" | "zh" {
  if (text === "en" || text === "zh") return text;
  if (text !== undefined) throw new UsageError(`--lang ${text}: give en or zh.`);
  return /^zh/i.test(process.env.LC_ALL || process.env.LANG || "") ? "zh" : "en";
}
