/** What the command `envoy` says to options that can't be meant, and to a provider that is none. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { envoy } from "../../src/cli/envoy/envoy.ts";
import { freePort } from "../bridge/parts.ts";

const JWT = "--jwt-issuer https://id.example --jwt-jwks https://id.example/jwks";
const LOGIN =
  "--oidc-site https://site.example --oidc-client page --oidc-secret /s.yaml --oidc-hmac /h.yaml --oidc";

/** Its words, and what it says to them. */
const said = (words: string) => envoy(words.split(" ")).catch((error: Error) => error.message);

describe("options of who may call", () => {
  it.each([
    ["an issuer without its keys", "--jwt-issuer https://id.example", /--jwt-issuer and --jwt-jwks/],
    [
      "an audience without an issuer",
      "--jwt-audience me",
      /--jwt-audience says nothing without --jwt-issuer/,
    ],
    [
      "a guard without anything to ask for",
      "--guard files",
      /--guard says nothing without --jwt-issuer or --oidc/,
    ],
    ["a guard that is none", `${JWT} --guard page`, /--guard page: give calls, files, all/],
    [
      "keys from afar over plain HTTP",
      "--jwt-issuer i --jwt-jwks http://id.example/jwks",
      /"http:\/\/id.example\/jwks": give an https:/,
    ],
    ["a clock's skew of none", `${JWT} --jwt-clock-skew 0`, /--jwt-clock-skew 0: give a whole number from 1/],
    ["both tokens and a login", `${JWT} ${LOGIN} https://id.example`, /give one of the two/],
    [
      "a login without a client",
      "--oidc https://id.example --oidc-site https://site.example",
      /needs --oidc-client, --oidc-secret, --oidc-hmac too/,
    ],
    ["a secret without a login", "--oidc-secret /s.yaml", /--oidc-secret says nothing without --oidc/],
    [
      "a site with a path",
      `${LOGIN.replace("site.example", "site.example/app")} https://id.example`,
      /--oidc-site .* is not an origin/,
    ],
    [
      "a provider's file that is not there",
      `${LOGIN} /nowhere.json`,
      /--oidc: ENOENT.*\/nowhere\.json.*give the issuer's https:/,
    ],
  ])("%s: the mistake is named", async (_, words, message) => expect(await said(words)).toMatch(message));
});

describe("a provider that people are to sign in at", () => {
  it.each([
    ["no JSON", "<!doctype html>", /openid-configuration is not what a provider .* it is no JSON object$/],
    [
      "no address to sign in at",
      "{}",
      /openid-configuration has no authorization_endpoint, so it is no provider/,
    ],
    [
      "an address that anybody could listen at",
      '{"authorization_endpoint": "http://id.example/auth"}',
      /authorization_endpoint of .* is at "http:\/\/id.example\/auth": give an https:/,
    ],
    [
      "no way to show a secret",
      '{"authorization_endpoint": "https://id.example/a", "token_endpoint": "https://id.example/t", "token_endpoint_auth_methods_supported": ["private_key_jwt"]}',
      /takes no client's secret/,
    ],
  ])("%s is told, with the address that was asked", async (_, text, message) => {
    const server = createServer((_, reply) => reply.end(text));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await said(`${LOGIN} http://127.0.0.1:${port}`)).toMatch(message);
  });

  it("nobody at its address is told, and what to do without a way to it", async () => {
    const issuer = `http://127.0.0.1:${await freePort()}`;
    expect(await said(`${LOGIN} ${issuer}`)).toBe(
      `--oidc: ${issuer}/.well-known/openid-configuration can't be read (${issuer.replace(/.*\/\//, "connect ECONNREFUSED ")}): is the issuer right? Else save it as a file where it can be reached, and give --oidc that file`,
    );
  });
});
