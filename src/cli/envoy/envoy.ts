/** `mindspore-serving-web envoy`: prints Envoy's configuration for an installation. Nothing else is on standard output. */

import { type EnvoyConfigOptions, envoyConfig } from "../../envoy/index.ts";
import { parseAddress } from "../../machine/index.ts";
import { asUsage, parseWords, UsageError } from "../options/option-values.ts";
import { startedAs } from "../options/started-as.ts";
import { IDENTITY_HELP, IDENTITY_WORDS, toIdentity } from "./identity-options.ts";
import { pair, text, texts, type Values } from "./values.ts";

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
${IDENTITY_HELP}
  --help                  these words

Files are named as Envoy will find them; they are not read here, but for a FILE of --oidc. Exit code 0; 1 when what
--oidc names does not answer; 2 for wrong use.`;

/** @throws UsageError; Error when the provider of a login says nothing that can be used */
export async function envoy(args: string[]): Promise<void> {
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
      ...IDENTITY_WORDS,
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const options = await toOptions(values);
  process.stdout.write(asUsage(() => envoyConfig(options)));
}

async function toOptions(values: Values): Promise<EnvoyConfigOptions> {
  const options: EnvoyConfigOptions = {};
  const workers = texts(values, "worker");
  if (workers) options.workers = workers;
  const origins = texts(values, "origin");
  if (origins) options.origins = origins;
  for (const name of ["listen", "app", "admin"] as const) {
    const address = text(values, name);
    if (address !== undefined) options[name] = asUsage(() => parseAddress(address));
  }
  const tls = pair(values, "tls-cert", "tls-key");
  if (tls) options.tls = { certificate: tls[0], privateKey: tls[1] };
  const worker = pair(values, "worker-ca", "worker-name");
  const client = pair(values, "worker-cert", "worker-key");
  if (client && !worker) throw new UsageError("--worker-cert needs --worker-ca and --worker-name");
  if (worker) {
    options.workerTls = {
      authority: worker[0],
      name: worker[1],
      ...(client && { client: { certificate: client[0], privateKey: client[1] } }),
    };
  }
  const identity = await toIdentity(values);
  if (identity) options.identity = identity;
  return options;
}
