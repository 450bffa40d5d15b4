/** What differs between installations of Envoy, checked. */

import { isIP } from "node:net";
import { type Address, checkAddress, isLoopback, parseAddress } from "../machine/index.ts";
import { parseOrigin } from "../proxy-policy/index.ts";
import { checkIdentity, type Identity, type IdentityOptions } from "./identity.ts";
import { quote } from "./yaml.ts";

/** Certificate and key of Envoy itself, PEM files on the machine that Envoy runs on. */
export interface TlsFiles {
  certificate: string;
  privateKey: string;
}

/** TLS to workers whose Serving was started with an `SSLConfig`. */
export interface WorkerTls {
  /** PEM file of the authority that signed the workers' certificates (`custom_ca`, or the certificate itself). */
  authority: string;
  /** Name in the workers' certificates. */
  name: string;
  /** For workers with `verify_client=True`. */
  client?: TlsFiles;
}

export interface EnvoyConfigOptions {
  /** Where browsers come in; an IP address. Default 127.0.0.1:8080. */
  listen?: Address;
  /** Serving workers, `host:port` each; calls are spread over them. Default one, 127.0.0.1:5500. */
  workers?: readonly string[];
  /** Other origins than the page's own that may call. Default none. */
  origins?: readonly string[];
  /** Every page of this machine may call, whatever its port. Only where `listen` is a loopback address. */
  localPages?: boolean;
  /** The HTTP server of the built app. Default 127.0.0.1:8081. */
  app?: Address;
  /** HTTPS, and HTTP/2 with it, instead of plain HTTP. */
  tls?: TlsFiles;
  workerTls?: WorkerTls;
  /** Who may call. Default: whoever reaches Envoy. */
  identity?: IdentityOptions;
  /** Envoy's administration; on a loopback address only. Default none. */
  admin?: Address;
}

export interface CheckedOptions {
  listen: Address;
  workers: Address[];
  origins: string[];
  localPages: boolean;
  app: Address;
  tls: TlsFiles | undefined;
  workerTls: WorkerTls | undefined;
  identity: Identity | undefined;
  admin: Address | undefined;
}

/**
 * @throws TypeError for an invalid address or origin, for a `listen` host that is a name, for no worker, for
 *   an `admin` or local pages that others could reach, for a file without a name, for an
 *   identity that nobody could prove.
 */
export function checkEnvoyOptions(options: EnvoyConfigOptions): CheckedOptions {
  const listen = checkAddress(options.listen ?? { host: "127.0.0.1", port: 8080 });
  if (isIP(listen.host) === 0) {
    throw new TypeError(`Envoy can listen only on an IP address, not on ${quote(listen.host)}`);
  }
  const workers = (options.workers ?? ["127.0.0.1:5500"]).map(parseAddress);
  if (workers.length === 0) throw new TypeError("Envoy needs at least one worker: --worker 127.0.0.1:5500");
  if (options.localPages && !isLoopback(listen.host)) {
    throw new TypeError(
      `pages of this machine may call only where Envoy listens on 127.0.0.1, not on ${quote(listen.host)}`,
    );
  }
  if (options.admin && !isLoopback(options.admin.host)) {
    throw new TypeError(
      `Envoy's admin interface must stay on this machine: use 127.0.0.1, not ${quote(options.admin.host)}`,
    );
  }
  const files = [
    options.tls?.certificate,
    options.tls?.privateKey,
    options.workerTls?.authority,
    options.workerTls?.name,
    options.workerTls?.client?.certificate,
    options.workerTls?.client?.privateKey,
  ];
  if (files.includes("")) throw new TypeError("a TLS file or name is empty: give it, or leave it out");
  return {
    listen,
    workers,
    origins: (options.origins ?? []).map(parseOrigin),
    localPages: options.localPages ?? false,
    app: checkAddress(options.app ?? { host: "127.0.0.1", port: 8081 }),
    tls: options.tls,
    workerTls: options.workerTls,
    identity: checkIdentity(options.identity ?? {}, options.tls !== undefined),
    admin: options.admin && checkAddress(options.admin),
  };
}
