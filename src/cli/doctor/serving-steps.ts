/** What is behind the proxy: Serving, servable, method, and how large a message gets through. */

import { type CallError, Client, errorText, isError } from "../../client/index.ts";
import { NOBODY } from "./call-for-nobody.ts";
import type { Case } from "./case.ts";
import { type Finding, failed, ok, skipped, type Words } from "./finding.ts";

export async function serving(subject: Case): Promise<Finding> {
  const { address, servable = NOBODY, method = NOBODY, version, timeoutMs } = subject;
  const probe = await new Client(address, servable, method, { version }).probe({ timeoutMs });
  subject.probe = probe;
  if (probe.release) {
    const { from, to } = probe.release;
    const release = from === to ? from : `${from}–${to}`;
    return ok(`MindSpore Serving ${release} answers`, `MindSpore Serving ${release} 有响应`);
  }
  return failedCall(probe.error!);
}

export async function servable({ servable, probe, version }: Case): Promise<Finding> {
  if (servable === undefined) return skipped("none given", "未给出");
  // Without a word on the servable an error is that of the call which asked for it.
  if (probe!.error && !probe!.servable) return failedCall(probe!.error);
  return version === 0 ? ok(servable) : ok(`${servable}, version ${version}`, `${servable}，版本 ${version}`);
}

export async function method({ method, probe }: Case): Promise<Finding> {
  if (method === undefined) return skipped("none given", "未给出");
  if (probe!.method === false || (probe!.error && probe!.method === undefined)) {
    return failedCall(probe!.error!);
  }
  const inputs = probe!.inputs?.join(", ");
  return inputs === undefined ? ok(method) : ok(`${method}, inputs ${inputs}`, `${method}，输入 ${inputs}`);
}

/**
 * What the doctor can't see, and says so: whether one of the servable's workers is alive. Serving looks for one when
 * names and inputs are right, and then the method runs.
 */
export async function liveWorker({ method, probe }: Case): Promise<Finding> {
  if (method === undefined) return skipped("none given", "未给出");
  if (!probe!.method) return skipped("fix the method first", "请先解决：方法");
  return skipped(
    "not checked: only a call that runs the method shows whether one of the servable's workers is alive",
    "未检查：只有真正运行该方法的调用才能看出这个 Servable 是否有存活的 worker",
  );
}

/** A message for no servable: every release refuses it before it looks at the instances, so that nothing runs. */
export async function messageLimit({ address, messageMb, timeoutMs }: Case): Promise<Finding> {
  const bytes = messageMb * 2 ** 20;
  const size = `${messageMb} MB`;
  const client = new Client(address, NOBODY, NOBODY, { maxRequestBytes: bytes + 2 ** 16, release: "1.5" });
  const result = await client.infer(
    { padding: new Uint8Array(bytes) },
    { timeoutMs: timeoutMs + messageMb * 1000 },
  );
  if (!isError(result) || result.kind === "servable-not-available") {
    return ok(`a message of ${size} gets through`, `${size} 的消息可以通过`);
  }
  const seen = (result as CallError).error;
  const lost = result.kind === "proxy-unreachable" || result.kind === "too-large";
  if (!lost || (result as CallError).httpStatus === 413) return failedCall(result as CallError, `${size}: `);
  return failed(`${size}: ${seen}`, limitOf(seen, size));
}

function limitOf(seen: string, size: string): Words {
  if (/larger than max/.test(seen)) {
    return {
      en: `Serving itself refuses a message of ${size}: raise max_msg_mb_size in start_grpc_server (at most 512), or send fewer instances in a call.`,
      zh: `Serving 不接受 ${size} 的消息：请调大 start_grpc_server 的 max_msg_mb_size（最大 512），或减少每次的实例数。`,
    };
  }
  return {
    en: `A message of ${size} does not get through: raise the proxy's limit for a request body (nginx: client_max_body_size) and Serving's max_msg_mb_size (100 by default), or send fewer instances in a call.`,
    zh: `${size} 的消息无法通过：请调大代理的请求体上限（nginx：client_max_body_size）和 Serving 的 max_msg_mb_size（默认 100），或减少每次的实例数。`,
  };
}

function failedCall(error: CallError, what = ""): Finding {
  return failed(what + (errorText(error) || error.kind), error.hint);
}
