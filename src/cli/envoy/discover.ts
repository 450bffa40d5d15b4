/** What a provider of OpenID Connect says of itself (OpenID Connect Discovery 1.0). */

import { readFile } from "node:fs/promises";
import { checkUrl, isAddress, type LoginOptions } from "../../envoy/index.ts";
import { asUsage, UsageError } from "../options/option-values.ts";

const PATH = "/.well-known/openid-configuration";
const LIMIT_MS = 10_000;

type Found = Pick<LoginOptions, "authorization" | "token" | "endSession" | "secretShown">;

/**
 * @param from the issuer's address, or a file with a copy of what it says
 * @param secretShown how, where it was given; else as the provider takes it, the standard's way first
 * @throws UsageError for a file, Error for an answer; it names what was missing, and where
 */
export async function discover(from: string, secretShown?: "basic" | "post"): Promise<Found> {
  const { place, said } = isAddress(from) ? await ask(from) : await read(from);
  const found = {
    authorization: address(place, said, "authorization_endpoint"),
    token: address(place, said, "token_endpoint"),
    secretShown: secretShown ?? methodOf(place, said),
  };
  // The standard has it as an addition: not every provider can be told that somebody signs out.
  if (said.end_session_endpoint === undefined) return found;
  return { ...found, endSession: address(place, said, "end_session_endpoint") };
}

interface Said {
  place: string;
  said: Record<string, unknown>;
}

async function ask(issuer: string): Promise<Said> {
  const base = checkUrl("--oidc", issuer).href.replace(/\/$/, "");
  const place = base.endsWith(PATH) ? base : `${base}${PATH}`;
  const otherwise = `save it as a file where it can be reached, and give --oidc that file`;
  let text: string;
  try {
    const reply = await fetch(place, { signal: AbortSignal.timeout(LIMIT_MS) });
    if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
    text = await reply.text();
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new Error(`--oidc: ${place} can't be read (${why}): is the issuer right? Else ${otherwise}`);
  }
  return { place, said: parse(place, text) };
}

async function read(file: string): Promise<Said> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(
      `--oidc: ${error.message}: give the issuer's https:// address, or a file with what ${PATH} says there`,
    );
  });
  return { place: file, said: asUsage(() => parse(file, text)) };
}

function parse(place: string, text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === "object" && said !== null) return said as Record<string, unknown>;
  } catch {
    // As what is JSON, but no object.
  }
  throw new Error(
    `--oidc: ${place} is not what a provider of OpenID Connect says of itself: it is no JSON object`,
  );
}

function address(place: string, said: Record<string, unknown>, name: string): string {
  const value = said[name];
  if (typeof value === "string") return checkUrl(`${name} of ${place}`, value).href;
  throw new Error(`--oidc: ${place} has no ${name}, so it is no provider to sign in at`);
}

function methodOf(place: string, said: Record<string, unknown>): "basic" | "post" {
  const { token_endpoint_auth_methods_supported: methods = ["client_secret_basic"] } = said;
  if (Array.isArray(methods) && methods.includes("client_secret_basic")) return "basic";
  if (Array.isArray(methods) && methods.includes("client_secret_post")) return "post";
  throw new Error(`--oidc: ${place} takes no client's secret, by which alone Envoy can say who it is`);
}
