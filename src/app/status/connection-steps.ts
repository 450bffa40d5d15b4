/** The way from this page to the method, rung by rung, and the one command or setting that repairs each. */

import type { ProbeResult } from "../../client/index.ts";
import type { ConnectionState } from "../serving/connection.ts";
import type { OwnServer } from "../state/own-server.ts";
import type { Settings } from "../state/settings.ts";

export type RungName = "network" | "proxy" | "cors" | "grpcWeb" | "access" | "worker" | "servable" | "method";

export interface Rung {
  name: RungName;
  state: "good" | "bad" | "unknown";
}

/** What repairs a rung: a command to copy, or a setting to change. */
type Repair = { command: string } | { setting: keyof Settings } | undefined;

/** The rung that each state is broken at. */
const BROKEN: Partial<Record<ConnectionState, RungName>> = {
  offline: "network",
  unreachable: "proxy",
  cors: "cors",
  notGrpcWeb: "grpcWeb",
  unauthorized: "access",
  refused: "access",
  workerDown: "worker",
  noLiveWorker: "servable",
  noServable: "servable",
  noMethod: "method",
};

const RUNGS: readonly RungName[] = [
  "network",
  "proxy",
  "cors",
  "grpcWeb",
  "access",
  "worker",
  "servable",
  "method",
];

/**
 * All rungs, from the page to the method; what lies behind a broken one is not known. Nobody knows of an access that
 * is checked until somebody is refused.
 * @param foreign whether the proxy has another origin than the page
 */
export function ladder(
  state: ConnectionState,
  found: ProbeResult | undefined,
  foreign: boolean,
): readonly Rung[] {
  const broken = BROKEN[state];
  const names = RUNGS.filter(
    (name) => name === broken || (name !== "access" && (foreign || name !== "cors")),
  );
  const end = broken === undefined ? names.length : names.indexOf(broken);
  return names.map((name, i) => {
    if (name === broken) return { name, state: "bad" };
    if (state === "checking" || i > end) return { name, state: "unknown" };
    const probed = name === "servable" || name === "method";
    return { name, state: probed && !found?.[name] ? "unknown" : "good" };
  });
}

/**
 * @param address the setting: empty for the page's own origin
 * @param origin the page's own
 * @param server the page's own
 */
export function repairOf(name: RungName, address: string, origin: string, server: OwnServer): Repair {
  const command =
    server.worker === undefined ? server.command : `${server.command} --worker ${server.worker}`;
  switch (name) {
    case "network":
      return undefined;
    case "proxy":
      return address ? { setting: "address" } : { command: command.replace(/ --$/, "") };
    case "cors":
      return { command: `${command} --origin ${origin}` };
    case "grpcWeb":
      return { setting: "address" };
    case "access":
      return { setting: "metadata" };
    case "worker":
      return { command: command.replace(/ --$/, "") };
    case "servable":
      return { setting: "servable" };
    case "method":
      return { setting: "method" };
  }
}

/** `1.5 – 2.0`, or one release alone. */
export function releaseText(release: ProbeResult["release"]): string {
  if (!release) return "";
  return release.from === release.to ? release.from : `${release.from} – ${release.to}`;
}
