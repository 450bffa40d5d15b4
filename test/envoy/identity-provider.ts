/** A real provider of OpenID Connect on this machine, from npm: people sign in there, and programs get tokens. */

import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration, Provider } from "oidc-provider";
import { onTestFinished, vi } from "vitest";

/** Whom tokens are for, where no other is asked for. */
export const AUDIENCE = "https://serving.example";
export const CLIENT = { id: "page", secret: "a secret of the page's" };
/** How long tokens are good, in seconds. */
export const LIFE_SECONDS = 600;

/** A secret as Envoy reads it from a file. */
export const secretFile = (name: string, secret: string) => `resources:
- "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret
  name: ${name}
  generic_secret: { secret: { inline_string: ${JSON.stringify(secret)} } }
`;

export interface IdentityProvider {
  /** Its address, and what tokens have in `iss`. */
  issuer: string;
  jwks: string;
  /** Tokens that were asked for so far. */
  tokens: number;
  /** A token for the program itself, made so many seconds ago. */
  token(options?: { audience?: string; secondsAgo?: number }): Promise<string>;
}

/**
 * Ends with the test that started it.
 * @param site where people come back to, `https://localhost:8443`
 */
export async function startIdentityProvider(
  site?: string,
  settings: Partial<Configuration> = {},
): Promise<IdentityProvider> {
  let provider: Provider;
  const server = createServer((request, response) => provider.callback()(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  // It warns of what tests want: nothing is kept beyond them.
  const warned = vi.spyOn(console, "warn").mockReturnValue();
  const { default: RealProvider } = await import("oidc-provider");
  provider = new RealProvider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        ...(site === undefined
          ? { redirect_uris: [], response_types: [], grant_types: ["client_credentials"] }
          : {
              redirect_uris: [`${site}/login/callback`],
              post_logout_redirect_uris: [`${site}/`],
              response_types: ["code"],
              grant_types: ["authorization_code", "refresh_token", "client_credentials"],
            }),
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: randomUUID() }],
    },
    ttl: {
      AccessToken: LIFE_SECONDS,
      ClientCredentials: LIFE_SECONDS,
      Grant: LIFE_SECONDS,
      IdToken: LIFE_SECONDS,
      Interaction: LIFE_SECONDS,
      Session: LIFE_SECONDS,
    },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    cookies: { keys: [randomUUID()] },
    ...settings,
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, audience) => ({
          scope: "",
          audience,
          accessTokenTTL: LIFE_SECONDS,
          accessTokenFormat: "jwt",
        }),
      },
      ...settings.features,
    },
  });
  warned.mockRestore();
  const self: IdentityProvider = {
    issuer,
    jwks: `${issuer}/jwks`,
    tokens: 0,
    async token({ audience = AUDIENCE, secondsAgo = 0 } = {}) {
      self.tokens += 1;
      // Tokens have their times from the clock of this process.
      if (secondsAgo > 0) vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - secondsAgo * 1000 });
      try {
        const reply = await fetch(`${issuer}/token`, {
          method: "POST",
          headers: {
            authorization: `Basic ${btoa(`${encodeURIComponent(CLIENT.id)}:${encodeURIComponent(CLIENT.secret)}`)}`,
          },
          body: new URLSearchParams({ grant_type: "client_credentials", resource: audience }),
        });
        const told = (await reply.json()) as { access_token?: string };
        if (!told.access_token) throw new Error(`the provider gave no token: ${JSON.stringify(told)}`);
        return told.access_token;
      } finally {
        if (secondsAgo > 0) vi.useRealTimers();
      }
    },
  };
  return self;
}
