/** A Serving that runs elsewhere, behind the proxy. */

import { connect } from "node:net";
import { parseAddress } from "../../machine/index.ts";
import type { Signature } from "../../signature/index.ts";

/**
 * What the page can read at /demo.json about a Serving that this repo starts, so that nobody takes its model for
 * ResNet-50, nor the demo worker for the real Serving.
 */
type Demo = { demo: true; real: boolean; release: string; model: string } | { demo: false };

/** What the page finds beside the app, by path. */
export function documentsOf(serving: ServingPart, command: string): Record<string, unknown> {
  return { "/demo.json": saidAtDemoJson(serving, command), "/signatures.json": serving.signatures };
}

/** What is at /demo.json: also how to start the server anew, for the page to say when something is gone. */
function saidAtDemoJson({ demo, address }: ServingPart, command: string): unknown {
  return { ...demo, command, ...(demo.demo ? {} : { worker: address }) };
}

export interface ServingPart {
  /** `HOST:PORT` of its gRPC port. */
  address: string;
  /** One line for people. */
  description: string;
  demo: Demo;
  /** What is known of its servables. */
  signatures: readonly Signature[];
}

const CONNECT_MS = 3000;

/** A Serving that is not up yet may come up later: that is worth a sentence, not a stop. */
export async function reachServing(address: string): Promise<ServingPart> {
  const { host, port } = parseAddress(address);
  const reason = await new Promise<string | undefined>((settle) => {
    const socket = connect({ host, port, timeout: CONNECT_MS }, () => done(undefined));
    const done = (text: string | undefined) => {
      socket.destroy();
      settle(text);
    };
    socket.on("timeout", () => done(`no answer within ${CONNECT_MS / 1000} s`));
    socket.on("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
  });
  if (reason !== undefined) {
    console.error(
      `No Serving answers at ${address} (${reason}): start it, or correct --worker. The page says so until one answers.`,
    );
  }
  return {
    address,
    demo: { demo: false },
    signatures: [],
    description: `MindSpore Serving at ${address}${reason === undefined ? "" : " (not answering yet)"}`,
  };
}
