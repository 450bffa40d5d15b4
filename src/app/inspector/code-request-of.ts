/** A recorded call as code is written from it. */

import type { Instance } from "../../client/index.ts";
import { type InspectedCall, inspectedValue } from "../../inspect/index.ts";
import type { CodeRequest } from "../code/code-request.ts";

/** gRPC-Web's own, which every client writes by itself. */
const OWN = ["content-type", "accept", "x-grpc-web"];

export function codeRequestOf({
  url,
  servable,
  method,
  version,
  headers,
  messages,
}: InspectedCall): CodeRequest {
  const own = Object.entries(headers).filter(([name]) => !OWN.includes(name));
  return {
    address: url.replace(/\/[^/]+\/[^/]+$/, ""),
    elements: new URL("elements.js", document.baseURI).href,
    servable,
    method,
    version,
    metadata: Object.fromEntries(own),
    instances: messages!.request.instances.map(
      (instance) =>
        Object.fromEntries([...instance].map(([name, tensor]) => [name, inspectedValue(tensor)])) as Instance,
    ),
  };
}
