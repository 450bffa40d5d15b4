/** What of the Helm chart follows from this project's own rules, so that nobody keeps it in step by hand. */

import { envoyConfig } from "../../src/envoy/index.ts";
import {
  ALLOWED_HEADERS,
  ALLOWED_METHODS,
  EXPOSED_HEADERS,
  MAX_AGE_SECONDS,
  SECURITY_HEADERS,
} from "../../src/proxy-policy/index.ts";

/** Names of the services in the chart's templates. */
const SERVICES = ["serving", "app"];

/** Texts by their path below the chart's folder. */
export function chartFiles(): Record<string, string> {
  return {
    "files/envoy.yaml": envoyTemplate(),
    "files/app-headers.yaml": headers(SECURITY_HEADERS),
    "files/cors.yaml": cors(),
  };
}

/** The configuration as everywhere, with the release's services for upstreams. */
function envoyTemplate(): string {
  const config = envoyConfig({
    listen: { host: "0.0.0.0", port: 8080 },
    workers: ["serving:5500"],
    app: { host: "app", port: 8080 },
  });
  const named = SERVICES.reduce(
    (text, name) =>
      text.replaceAll(
        `address: "${name}"`,
        `address: "{{ include "part" (dict "root" . "part" "${name}") }}"`,
      ),
    config,
  );
  const ports: [string, string][] = [
    ["port_value: 5500", "port_value: {{ .Values.serving.port }}"],
    ['"app") }}", port_value: 8080', '"app") }}", port_value: {{ .Values.app.port }}'],
    ['"0.0.0.0", port_value: 8080', '"0.0.0.0", port_value: {{ .Values.envoy.port }}'],
  ];
  return ports.reduce((text, [from, to]) => text.replaceAll(from, to), named);
}

/** As the Gateway API's list of headers. */
function headers(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `- { name: ${name}, value: ${JSON.stringify(value)} }\n`)
    .join("");
}

function cors(): string {
  return `allowMethods: [${ALLOWED_METHODS}]
allowHeaders: [${ALLOWED_HEADERS.join(", ")}]
exposeHeaders: [${EXPOSED_HEADERS.join(", ")}]
maxAge: ${MAX_AGE_SECONDS}s
# Cookies may come along: the origins are exact, never a pattern.
allowCredentials: true
`;
}
