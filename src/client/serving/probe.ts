/**
 * What is up, found out without running a model: requests that a server refuses before it looks for one
 * (docs/protocol.md, sections 1.1 and 4). Every release refuses all of them at once.
 *
 * Whether a worker of the servable is alive stays unknown. Serving checks names and inputs before it looks for one,
 * and hands on whatever passes: the method's first function or model then runs on it, perhaps in one batch with the
 * instances of other callers, which would fail with it.
 */

import {
  type ErrorMessage,
  encodeInput,
  type InstanceMessage,
  type InstancesField,
  type PredictReply,
  type ServableSpec,
} from "../../wire/index.ts";
import { errorKinds } from "../errors/error-kinds.ts";
import { type CallError, isError, kindOfServing, protocolError, requestError } from "../errors/errors.ts";
import { type LastCall, lastCallOf, noteKnown, withKnown } from "./known-servables.ts";
import { isBefore1_3, type Release } from "./release.ts";

/** What `probe` found, as far as it came: not whether a worker of the servable is alive, which only a call shows. */
export interface ProbeResult {
  /** Whether something that speaks gRPC-Web answers at the address. */
  proxy: boolean;
  /** Whether a Serving answers behind it; false also when a gateway asks for credentials first. */
  worker: boolean;
  /** Releases that answer as this one does, oldest and newest. */
  release?: { from: Release; to: Release };
  /** Whether Serving has the servable, in the version asked for; also true while all its workers are dead. */
  servable?: boolean;
  /** Whether it has the method. */
  method?: boolean;
  /** Names of the method's inputs, in its own order; absent where they could not be learned. */
  inputs?: string[];
  /**
   * What this page's last call of the method showed, by whichever client of this address: whether a worker answered
   * it, and when. Absent before there was one.
   */
  lastCall?: LastCall;
  /** The first failure, if there is one, on the way from the page to the method. */
  error?: CallError;
}

/** Makes one call; gives the reply as it is, or the failure of the call. */
export type Ask = (
  spec: ServableSpec,
  instances: InstanceMessage[],
  fields: readonly InstancesField[],
) => Promise<PredictReply | CallError>;

/** A name that no servable has. */
const NOBODY = "mindspore-serving-web.probe";

/** No method is expected to have more; it bounds the calls to a server that keeps naming inputs. */
const MAX_INPUTS = 64;

export async function probe(spec: ServableSpec, ask: Ask): Promise<ProbeResult> {
  // A servable that nobody has is refused before instances are looked at, in every release; the reply's form tells
  // the releases apart.
  const nobody = await ask({ ...spec, name: NOBODY }, [], [2]);
  if (isError(nobody)) return { ...unreached(nobody), error: nobody };
  const first = refusal(nobody);
  if (!first) {
    const error = protocolError(
      "the server answered for a servable that can't exist: it is not MindSpore Serving",
    );
    return { proxy: true, worker: false, error };
  }
  if (kindOfServing(first.code, first.text) !== "servable-not-available") {
    // Such as a full queue, which every release tells alike.
    return { proxy: true, worker: true, error: requestError(first) };
  }
  const release = releaseOf(nobody, first.code);
  const fields: readonly InstancesField[] = isBefore1_3(release.to) ? [3] : [2];
  const result: ProbeResult = { proxy: true, worker: true, release };
  const answer = await ask(spec, [new Map()], fields);
  if (isError(answer)) return { ...result, error: answer };
  const refused = refusal(answer) ?? { code: 0, text: "" };
  const kind = kindOfServing(refused.code, refused.text);
  const missing = missingInput(refused);
  if (refused.code !== 0 && !missing) result.error = requestError(refused);
  if (kind === "servable-not-available" || kind === "worker-down") return { ...result, servable: false };
  if (kind === "method-not-available") return { ...result, servable: true, method: false };
  if (!missing) return result;
  Object.assign(result, { servable: true, method: true });
  const { name } = missing;
  if (name === undefined) return result;
  const inputs = await inputNames(spec, ask, fields, name);
  if (isError(inputs)) return { ...result, error: inputs };
  if (inputs) result.inputs = inputs;
  if (release.from !== "1.3") return result;
  const closer = await closerRelease(spec, ask, name);
  if (isError(closer)) return { ...result, error: closer };
  return { ...result, release: closer ?? release };
}

/** What a probe found, with what the page's calls have shown. */
export function probeWithKnown(address: string, spec: ServableSpec, found: ProbeResult): ProbeResult {
  const result = { ...found };
  if (result.method) noteKnown(address, spec);
  if (result.servable === false) result.error = withKnown(address, spec, result.error!) as CallError;
  const lastCall = lastCallOf(address, spec);
  return lastCall ? { ...result, lastCall } : result;
}

/** The whole-request error of a reply. */
function refusal(reply: PredictReply): ErrorMessage | undefined {
  return reply.errors.length === 1 && reply.errors[0]!.code !== 0 ? reply.errors[0] : undefined;
}

function unreached({ kind }: CallError): { proxy: boolean; worker: boolean } {
  const { reached } = errorKinds[kind];
  return { proxy: reached !== "page", worker: reached === "worker" };
}

/** Code 2 from 1.3 on, 1 before; release 1.2 echoes the servable, 1.1 does not. */
function releaseOf(reply: PredictReply, code: number): { from: Release; to: Release } {
  if (code !== 1) return { from: "1.3", to: "2.0" };
  return reply.spec ? { from: "1.2", to: "1.2" } : { from: "1.1", to: "1.1" };
}

/** An input that Serving misses, and its name; `undefined` where Serving cut it. */
function missingInput({ text, cut }: ErrorMessage): { name: string | undefined } | undefined {
  if (!/^Cannot find input /.test(text)) return undefined;
  return { name: /^Cannot find input (.+) in instance input /.exec(cut?.start ?? text)?.[1] };
}

/**
 * Input names one after the other: the server names the first that an instance lacks. A second, empty instance
 * makes sure that the request is refused even when the first is complete.
 */
async function inputNames(
  spec: ServableSpec,
  ask: Ask,
  fields: readonly InstancesField[],
  first: string,
): Promise<string[] | CallError | undefined> {
  const candidate: InstanceMessage = new Map();
  for (let name: string | undefined = first; candidate.size < MAX_INPUTS; ) {
    candidate.set(name, encodeInput(0));
    const reply: PredictReply | CallError = await ask(spec, [candidate, new Map()], fields);
    if (isError(reply)) return reply;
    const refused = refusal(reply);
    name = refused && missingInput(refused)?.name;
    if (name === undefined) return undefined;
    if (candidate.has(name)) return [...candidate.keys()];
  }
  return undefined;
}

/** From 1.5 on the text on an unknown dtype has one blank less. */
async function closerRelease(
  spec: ServableSpec,
  ask: Ask,
  input: string,
): Promise<ProbeResult["release"] | CallError> {
  const unknown = { shape: [1], dtype: 0, bytesVal: [] };
  const reply = await ask(spec, [new Map([[input, unknown]])], [2]);
  if (isError(reply)) return reply;
  const text = refusal(reply)?.text ?? "";
  if (!text.includes("data type proto::MS_UNKNOWN invalid")) return undefined;
  return text.includes("input  data type") ? { from: "1.3", to: "1.4" } : { from: "1.5", to: "2.0" };
}
