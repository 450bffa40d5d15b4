/** More calls than any page makes, over more than one connection. */

import { connect, type IncomingHttpHeaders } from "node:http2";
import { PREDICT_PATH } from "../../src/client/wire/status.ts";

/** Connections; a limit for each one alone would let all the calls through. */
const CONNECTIONS = 8;

const ENOUGH = 12_000;

/**
 * Sends empty calls, each with another made-up `x-forwarded-for`, until one is refused for being one too many, and
 * goes on for ten rounds, in each of which `other` makes a call too.
 * @returns the head of the first refusal, `undefined` when there was none, and what `other` gave
 */
export async function flood<T>(
  port: number,
  headers: Record<string, string>,
  other: () => Promise<T>,
): Promise<{ refused: IncomingHttpHeaders | undefined; others: T[] }> {
  // HTTP/2, as over TLS: only there does one browser get to so many calls.
  const sessions = Array.from({ length: CONNECTIONS }, () => connect(`http://127.0.0.1:${port}`));
  const round = () => Promise.all(Array.from({ length: 200 }, (_, i) => send(i)));
  try {
    let refused: IncomingHttpHeaders | undefined;
    for (let sent = 0; !refused && sent < ENOUGH; sent += 200) {
      refused = (await round()).find((head) => Number(head[":status"]) === 429);
    }
    const others: T[] = [];
    for (let n = 0; n < 10; n++) {
      const [made] = await Promise.all([other(), round()]);
      others.push(made);
    }
    return { refused, others };
  } finally {
    for (const session of sessions) session.destroy();
  }

  function send(i: number): Promise<IncomingHttpHeaders> {
    const stream = sessions[i % sessions.length]!.request({
      ...headers,
      ":method": "POST",
      ":path": PREDICT_PATH,
      "content-type": "application/grpc-web+proto",
      "x-forwarded-for": `10.0.0.${i}`,
    });
    stream.end();
    stream.resume();
    return new Promise((head, failed) => stream.on("response", head).on("error", failed));
  }
}
