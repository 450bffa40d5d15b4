/** TypeScript of a servable's signature. */

export { type Imports, importOf } from "./imports.ts";
export { methodTypes } from "./method-types.ts";
export { typedClient } from "./typed-client.ts";
