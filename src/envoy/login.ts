/** Envoy's filter that sends people to a provider to sign in, and knows them by cookies then. */

import { PREDICT_PATH } from "../wire/index.ts";
import type { LoginOptions } from "./identity.ts";
import { indent, quote } from "./yaml.ts";

/** To sign in, to come back from the provider, and to sign out. */
const LOGIN_PATH = "/login";
const CALLBACK_PATH = `${LOGIN_PATH}/callback`;
const SIGN_OUT_PATH = `${LOGIN_PATH}/out`;

const COOKIES = [
  "bearer_token",
  "oauth_hmac",
  "oauth_expires",
  "id_token",
  "refresh_token",
  "oauth_nonce",
  "code_verifier",
];

export function loginFilter(login: LoginOptions): string {
  const {
    authorization,
    token,
    endSession,
    clientId,
    secretFile,
    hmacFile,
    site,
    scopes = [],
    secretShown,
  } = login;
  return `# Behind cors, which answers preflights and lets pages read the refusal.
- name: envoy.filters.http.oauth2
  typed_config:
    "@type": type.googleapis.com/envoy.extensions.filters.http.oauth2.v3.OAuth2
    config:
      authorization_endpoint: ${quote(authorization)}
      token_endpoint: { cluster: issuer, uri: ${quote(token)}, timeout: 5s }${
        endSession === undefined ? "" : `\n      end_session_endpoint: ${quote(endSession)}`
      }
      redirect_uri: ${quote(`${site}${CALLBACK_PATH}`)}
      redirect_path_matcher: { path: { exact: ${CALLBACK_PATH} } }
      signout_path: { path: { exact: ${SIGN_OUT_PATH} } }
      credentials:
        client_id: ${quote(clientId)}
        token_secret: ${secret("client-secret", secretFile)}
        hmac_secret: ${secret("hmac", hmacFile)}
      auth_scopes: [${["openid", ...scopes].map(quote).join(", ")}]
      auth_type: ${secretShown === "post" ? "URL_ENCODED_BODY" : "BASIC_AUTH"}
      use_refresh_token: true
      # Who somebody is concerns neither Serving nor the page.
      forward_bearer_token: false
      disable_id_token_set_cookie: ${endSession === undefined}
      # Whatever is no person opening a page gets 401: a call can't sign in, and its redirect to another origin would be
      # a CORS error that says nothing.
      deny_redirect_matcher:
      - { name: ":path", string_match: { prefix: ${PREDICT_PATH} } }
      - { name: sec-fetch-mode, string_match: { exact: navigate }, invert_match: true }
      - { name: accept, string_match: { contains: text/html }, invert_match: true, treat_missing_header_as_empty: true }
      # Other sites can't make use of them. Those of the provider's way back come from another site, by a link.
      cookie_configs:
${indent(8, COOKIES.map((cookie) => `${cookie}_cookie_config: { same_site: LAX }`).join("\n"))}`;
}

/** Each in a file of its own, which Envoy reads again when another is moved into its place. */
function secret(name: string, path: string): string {
  return `{ name: ${name}, sds_config: { path_config_source: { path: ${quote(path)} }, resource_api_version: V3 } }`;
}

/** For the connection manager of an Envoy without a certificate of its own. */
export function siteScheme({ site }: LoginOptions): string {
  if (!site.startsWith("https:")) return "";
  return `# Whoever is before Envoy speaks HTTPS to browsers; else people would be led back to http.
scheme_header_transformation: { scheme_to_overwrite: https }
`;
}

/** Before the routes of the app's files, which may be open. */
export const loginRoute = `# Signed in by then, and on to the page; the filter itself answers ${CALLBACK_PATH} and ${SIGN_OUT_PATH}.
- match: { path_separated_prefix: ${LOGIN_PATH} }
  redirect: { path_redirect: /, response_code: SEE_OTHER }`;

/** The filter's own text says as little as its status. */
export const loginReply = `- filter:
    and_filter:
      filters:
      - header_filter:
          header: { name: ":path", string_match: { prefix: ${PREDICT_PATH} } }
      - status_code_filter:
          comparison: { op: EQ, value: { default_value: 401, runtime_key: unused } }
  body: { inline_string: "not signed in, or no longer: sign in at ${LOGIN_PATH} (reloading the page may do), then try again" }`;

/** Envoy asks for a name of its own where secrets come from files. */
export const loginNode = `# Nobody looks at it; Envoy wants one where secrets come from files.
node: { id: browsers, cluster: browsers }`;

/** For the runtime's layer. */
export const loginRuntime = `# Cookies that can't be tried out byte by byte (CVE-2026-47775): from Envoy 1.36.9, 1.37.5, 1.38.3 and 1.39 on. An
# older one logs that it does not know them; don't use it for a login.
envoy.reloadable_features.oauth2_use_gcm_encryption: true
envoy.reloadable_features.oauth2_legacy_cbc_decrypt_compat: false`;
