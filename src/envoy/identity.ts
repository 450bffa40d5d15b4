/** Who may call, as Envoy is told: by a token of an issuer (JWT), or by a login at a provider (OpenID Connect). Checked. */

import { isLocalName } from "../machine/index.ts";
import { parseOrigin } from "../proxy-policy/index.ts";
import { quote } from "./yaml.ts";

/** What asks who is there: calls alone; the app's files too; and the health check as well. */
export const GUARDED = ["calls", "files", "all"] as const;
export type Guarded = (typeof GUARDED)[number];

/** Calls carry a token in `authorization: Bearer …`. */
export interface TokenOptions {
  /** As tokens have it in `iss`, letter by letter. */
  issuer: string;
  /** The issuer's public keys (JWKS): an address, or a file on Envoy's machine. */
  jwks: string;
  /** Of which a token must have one in `aud`. Default: none is looked at. */
  audiences?: readonly string[];
  /** What clocks may differ by, in seconds. Default 60. */
  clockSkewSeconds?: number;
}

/** People sign in at a provider; cookies tell who has. */
export interface LoginOptions {
  /** The provider's address where people sign in (`authorization_endpoint`). */
  authorization: string;
  /** Its address for Envoy itself (`token_endpoint`). */
  token: string;
  /** Its address to sign out (`end_session_endpoint`). Default: only the site's own cookies are taken away. */
  endSession?: string;
  /** How Envoy shows the client's secret there: in a header, as the standard prefers, or in the body. Default `"basic"`. */
  secretShown?: "basic" | "post";
  /** The client's id there. */
  clientId: string;
  /** File of Envoy's secret `client-secret` (SDS), on its machine. */
  secretFile: string;
  /** File of Envoy's secret `hmac` (SDS), with which it signs cookies. */
  hmacFile: string;
  /** The site, as browsers show it: `https://serving.example.com`. */
  site: string;
  /** Asked for beside `openid`. */
  scopes?: readonly string[];
}

export interface IdentityOptions {
  /** Calls need a token. Not together with `login`. */
  token?: TokenOptions;
  /** The page needs a login. Not together with `token`. */
  login?: LoginOptions;
  /** What asks for it. Default `"calls"` with tokens, which browsers send with no page; `"files"` with a login. */
  guarded?: Guarded;
  /** PEM file of the authorities that the issuer's certificate is held to. Default that of Debian, Ubuntu and Alpine. */
  issuerAuthority?: string;
}

/** Where Envoy itself asks the issuer; `undefined` where keys come from a file. */
export type Identity = {
  guarded: Guarded;
  issuer: { url: URL; authority: string } | undefined;
} & ({ token: Required<TokenOptions>; login?: never } | { login: LoginOptions; token?: never });

const SYSTEM_AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";
const MOST_SKEW_SECONDS = 3600;

/**
 * @param https whether browsers come in by HTTPS
 * @throws TypeError that names the option
 */
export function checkIdentity(options: IdentityOptions, https: boolean): Identity | undefined {
  const { token, login, guarded, issuerAuthority: authority = SYSTEM_AUTHORITIES } = options;
  if (token && login) throw new TypeError("tokens and a login were both asked for: give one of the two");
  if (!token && !login) {
    if (guarded !== undefined)
      throw new TypeError("what is guarded was said, but not by what: add a token's issuer or a login");
    return undefined;
  }
  if (authority === "")
    throw new TypeError("the file of the issuer's authorities is empty: give it, or leave it out");
  if (token) {
    const { issuer, jwks, audiences = [], clockSkewSeconds = 60 } = token;
    if (issuer === "" || jwks === "" || audiences.includes("")) {
      throw new TypeError("the issuer, its keys or an audience of tokens is empty: give it, or leave it out");
    }
    if (!Number.isInteger(clockSkewSeconds) || clockSkewSeconds < 1 || clockSkewSeconds > MOST_SKEW_SECONDS) {
      throw new TypeError(
        `clocks can't be ${clockSkewSeconds} s apart: give a whole number from 1 to ${MOST_SKEW_SECONDS}`,
      );
    }
    return {
      token: { issuer, jwks, audiences, clockSkewSeconds },
      guarded: guarded ?? "calls",
      issuer: isAddress(jwks) ? { url: checkUrl("the keys of tokens", jwks), authority } : undefined,
    };
  }
  return {
    login: checkLogin(login!, https),
    guarded: guarded ?? "files",
    issuer: { url: checkUrl("the token endpoint", login!.token), authority },
  };
}

function checkLogin(login: LoginOptions, https: boolean): LoginOptions {
  const { authorization, endSession, clientId, secretFile, hmacFile, site, scopes = [] } = login;
  checkUrl("the authorization endpoint", authorization);
  if (endSession !== undefined) checkUrl("the end session endpoint", endSession);
  if ([clientId, secretFile, hmacFile, ...scopes].includes("")) {
    throw new TypeError(
      "the client's id, a scope or a file of its secrets is empty: give it, or leave it out",
    );
  }
  const { protocol } = checkUrl("the site", parseOrigin(site));
  if (https && protocol === "http:") {
    throw new TypeError(
      `Envoy has a certificate, so browsers show the site with https://, not ${quote(site)}`,
    );
  }
  return login;
}

/** Whether it is an address, not the path of a file. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/** What is told over plain HTTP could be told by anybody, but on this machine. */
export function checkUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const secure = url?.protocol === "https:" || (url?.protocol === "http:" && isLocalName(url.hostname));
  if (url && secure && url.username === "" && url.hash === "") return url;
  throw new TypeError(
    `${name} is at ${quote(text)}: give an https:// address, or an http:// one of this machine`,
  );
}
