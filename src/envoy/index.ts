/** Envoy, the proxy for production: its configuration, and a real one as a child of this process. */

export { envoyConfig } from "./config.ts";
export {
  checkUrl,
  GUARDED,
  type Guarded,
  type IdentityOptions,
  isAddress,
  type LoginOptions,
} from "./identity.ts";
export type { EnvoyConfigOptions } from "./options.ts";
export { findEnvoy, startEnvoy } from "./process.ts";
