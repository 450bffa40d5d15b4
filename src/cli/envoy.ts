/** `mindspore-serving-web envoy`: prints Envoy's configuration for an installation. Nothing else is on standard output. */

import { type EnvoyConfigOptions, envoyConfig } from "../envoy/index.ts";
import { parseAddress } from "../machine/index.ts";
import { asUsage, parseWords, UsageError } from "./options/option-values.ts";
import { startedAs } from "./options/started-as.ts";

const HELP = `${startedAs("envoy")} [options] > envoy.yaml

  --worker HOST:PORT      gRPC port of a Serving worker (127.0.0.1:5500); may be repeated
  --listen IP:PORT        where browsers come in (127.0.0.1:8080)
  --app HOST:PORT         HTTP server of the built app (127.0.0.1:8081)
  --origin ORIGIN         pages of this origin may call too, e.g. https://example.com; may be repeated
  --tls-cert FILE         HTTPS with this certificate (PEM, with its chain), and
  --tls-key FILE          this key
  --worker-ca FILE        TLS to workers started with an SSLConfig: the authority of their certificates, and
  --worker-name NAME      the name in them
  --worker-cert FILE      for workers with verify_client=True: Envoy's own certificate, and
  --worker-key FILE       its key
  --admin IP:PORT         Envoy's administration, on a loopback address (none)
  --help                  these words

Files are named as Envoy will find them; they are not read here. Exit code 0; 2 for wrong use.`;

/** @throws UsageError */
export function envoy(args: string[]): void {
  const { values } = parseWords({
    args,
    options: {
      worker: { type: "string", multiple: true },
      listen: { type: "string" },
      app: { type: "string" },
      origin: { type: "string", multiple: true },
      "tls-cert": { type: "string" },
      "tls-key": { type: "string" },
      "worker-ca": { type: "string" },
      "worker-name": { type: "string" },
      "worker-cert": { type: "string" },
      "worker-key": { type: "string" },
      admin: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  process.stdout.write(values.help ? `${HELP}\n` : asUsage(() => envoyConfig(toOptions(values))));
}

function toOptions(values: Record<string, string | string[] | boolean | undefined>): EnvoyConfigOptions {
  const text = (name: string) => values[name] as string | undefined;
  const options: EnvoyConfigOptions = {};
  if (values.worker) options.workers = values.worker as string[];
  if (values.origin) options.origins = values.origin as string[];
  for (const name of ["listen", "app", "admin"] as const) {
    const address = text(name);
    if (address !== undefined) options[name] = parseAddress(address);
  }
  const tls = pair("tls-cert", text("tls-cert"), "tls-key", text("tls-key"));
  if (tls) options.tls = { certificate: tls[0], privateKey: tls[1] };
  const worker = pair("worker-ca", text("worker-ca"), "worker-name", text("worker-name"));
  const client = pair("worker-cert", text("worker-cert"), "worker-key", text("worker-key"));
  if (client && !worker) throw new UsageError("--worker-cert needs --worker-ca and --worker-name");
  if (worker) {
    options.workerTls = {
      authority: worker[0],
      name: worker[1],
      ...(client && { client: { certificate: client[0], privateKey: client[1] } }),
    };
  }
  return options;
}

/** Both or none. */
function pair(
  nameA: string,
  a: string | undefined,
  nameB: string,
  b: string | undefined,
): [string, string] | undefined {
  if (a === undefined && b === undefined) return undefined;
  if (a !== undefined && b !== undefined) return [a, b];
  throw new UsageError(`--${nameA} and --${nameB} must be given together`);
}
