/** Runs in the page that `npm run bench:parts` opens: the parts of one call, each by itself and between raw calls. */

import { toResult } from "../../src/client/serving/outcome.ts";
import { BodyReader } from "../../src/client/transport/body-reader.ts";
import { readReplyBody } from "../../src/client/transport/reply-reader.ts";
import { requestBody } from "../../src/client/transport/request-body.ts";
import { encodeInstances } from "../../src/wire/instance.ts";
import { InstanceReader } from "../../src/wire/instance-reader.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { RequestHeaders } from "../../src/wire/request-headers.ts";
import { callOf, pause, post, shuffled } from "./call.ts";
import { inputsOf } from "./inputs.ts";
import { collectGarbage } from "./measure.ts";
import { makeWork, type WorkName } from "./work.ts";

const PARTS = [
  "raw `fetch` and `arrayBuffer()`",
  "a call of ours",
  "of it: instances to the request's bytes",
  "of it: `fetch`, until the reply's head",
  "of it: the reply's body",
  "beside it: the same body by `arrayBuffer()`",
  "of it: the reply's bytes to outcomes",
] as const;

/** Rounds that nothing is noted of. */
const WARM_UP = 10;

async function main(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const work = query.get("work") as WorkName;
  const url = `${location.origin}/${work}`;
  const instances = makeWork(work);
  const raw = await callOf("raw", url, instances);
  const ours = await callOf("ours", url, instances);

  const inputs = inputsOf(instances);
  const headers = new RequestHeaders();
  const encode = async () => {
    const spec = { name: "servable", method: "method", version: 0n };
    return requestBody(encodeRequest({ spec, instances: encodeInstances(inputs) }, [2], headers));
  };
  const body = await encode();
  const asked = () =>
    fetch(url, { method: "POST", headers: { "content-type": "application/grpc-web+proto" }, body });
  const reader = new InstanceReader(true);
  /** Of each part, in milliseconds, in the order of the table. */
  const times: Record<string, number[]> = Object.fromEntries(PARTS.map((name) => [name, []]));
  const timed = async <T>(name: (typeof PARTS)[number], act: () => T | Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await act();
    times[name]!.push(performance.now() - began);
    return result;
  };
  const parts = [
    () => timed("raw `fetch` and `arrayBuffer()`", raw),
    () => timed("a call of ours", ours),
    () => timed("of it: instances to the request's bytes", encode),
    async () => {
      const response = await timed("of it: `fetch`, until the reply's head", asked);
      const source = new BodyReader(response.body!);
      const { message } = await timed("of it: the reply's body", () => readReplyBody(source, 2 ** 30));
      await timed("of it: the reply's bytes to outcomes", () =>
        toResult(decodeReply(message!, reader), "2.0"),
      );
    },
    async () => {
      const response = await asked();
      await timed("beside it: the same body by `arrayBuffer()`", () => response.arrayBuffer());
    },
  ];
  const rounds = Number(query.get("rounds"));
  for (let round = 0; round < rounds + WARM_UP; round++) {
    if (round === WARM_UP) for (const name of PARTS) times[name] = [];
    for (const part of shuffled(parts)) {
      collectGarbage();
      await pause(10);
      await part();
    }
  }
  await post("result", times);
}

main().catch((error) => post("error", `${error?.stack ?? error}`));
