/** Options of the command `envoy` that say who may call. */

import { GUARDED, type Guarded, type IdentityOptions, type LoginOptions } from "../../envoy/index.ts";
import { toNumber, toOrigin, UsageError } from "../options/option-values.ts";
import { discover } from "./discover.ts";
import { pair, refuseWithout, text, texts, type Values } from "./values.ts";

/** For `parseArgs`. */
export const IDENTITY_WORDS = {
  "jwt-issuer": { type: "string" },
  "jwt-jwks": { type: "string" },
  "jwt-audience": { type: "string", multiple: true },
  "jwt-clock-skew": { type: "string" },
  oidc: { type: "string" },
  "oidc-site": { type: "string" },
  "oidc-client": { type: "string" },
  "oidc-secret": { type: "string" },
  "oidc-hmac": { type: "string" },
  "oidc-auth": { type: "string" },
  "oidc-scope": { type: "string", multiple: true },
  guard: { type: "string" },
  "issuer-ca": { type: "string" },
} as const;

export const IDENTITY_HELP = `\
  --jwt-issuer ISSUER     calls need a token (JWT) of this issuer in "authorization: Bearer …", and
  --jwt-jwks URL|FILE     the issuer's keys (JWKS)
  --jwt-audience NAME     whom a token must be for; may be repeated (anybody)
  --jwt-clock-skew SEC    seconds that clocks may differ by (60)
  --oidc ISSUER|FILE      or: people sign in at this provider (OpenID Connect) before they see the page; its addresses
                          are asked of ISSUER/.well-known/openid-configuration, or read in FILE, a copy of that
  --oidc-site ORIGIN      the site as browsers show it; register ORIGIN/login/callback at the provider
  --oidc-client ID        the client's id there
  --oidc-secret FILE      Envoy's file (SDS) with the client's secret, and
  --oidc-hmac FILE        with a secret to sign cookies by; docs/deploy.md has both
  --oidc-auth basic|post  how Envoy shows the client's secret (basic where the provider takes it)
  --oidc-scope SCOPE      asked for beside openid, such as offline_access; may be repeated
  --guard calls|files|all what needs the token or login: calls alone; the app's files too; the health check as well
                          (calls with --jwt-issuer, files with --oidc)
  --issuer-ca FILE        authorities that the issuer's certificate is held to (/etc/ssl/certs/ca-certificates.crt)`;

const NEEDED_FOR_LOGIN = ["oidc-site", "oidc-client", "oidc-secret", "oidc-hmac"] as const;

/** @throws UsageError; Error when the provider says nothing that can be used */
export async function toIdentity(values: Values): Promise<IdentityOptions | undefined> {
  const issuer = pair(values, "jwt-issuer", "jwt-jwks");
  const oidc = text(values, "oidc");
  if (issuer && oidc !== undefined) throw new UsageError("--jwt-issuer and --oidc: give one of the two");
  if (!issuer) refuseWithout(values, "--jwt-issuer", ["jwt-audience", "jwt-clock-skew"]);
  if (oidc === undefined) {
    refuseWithout(values, "--oidc", [...NEEDED_FOR_LOGIN, "oidc-auth", "oidc-scope"]);
  }
  if (!issuer && oidc === undefined) {
    refuseWithout(values, "--jwt-issuer or --oidc", ["guard", "issuer-ca"]);
    return undefined;
  }
  const guard = text(values, "guard");
  const guarded = guard === undefined ? undefined : toGuarded(guard);
  const issuerAuthority = text(values, "issuer-ca");
  const skew = text(values, "jwt-clock-skew");
  return {
    ...(issuer && {
      token: {
        issuer: issuer[0],
        jwks: issuer[1],
        audiences: texts(values, "jwt-audience") ?? [],
        ...(skew !== undefined && { clockSkewSeconds: toNumber("--jwt-clock-skew", skew, 1, 3600) }),
      },
    }),
    ...(oidc !== undefined && { login: await toLogin(oidc, values) }),
    ...(guarded !== undefined && { guarded }),
    ...(issuerAuthority !== undefined && { issuerAuthority }),
  };
}

async function toLogin(oidc: string, values: Values): Promise<LoginOptions> {
  const missing = NEEDED_FOR_LOGIN.filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    throw new UsageError(
      `--oidc needs ${missing.map((name) => `--${name}`).join(", ")} too; --help says what they are`,
    );
  }
  const auth = text(values, "oidc-auth");
  if (auth !== undefined && auth !== "basic" && auth !== "post") {
    throw new UsageError(`--oidc-auth ${auth}: give basic or post.`);
  }
  const given = {
    site: toOrigin(text(values, "oidc-site")!, "--oidc-site"),
    clientId: text(values, "oidc-client")!,
    secretFile: text(values, "oidc-secret")!,
    hmacFile: text(values, "oidc-hmac")!,
    scopes: texts(values, "oidc-scope") ?? [],
  };
  return { ...given, ...(await discover(oidc, auth)) };
}

function toGuarded(given: string): Guarded {
  const found = GUARDED.find((one) => one === given);
  if (found) return found;
  throw new UsageError(`--guard ${given}: give ${GUARDED.join(", ")}.`);
}
