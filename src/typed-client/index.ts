/** TypeScript of a servable's signature. */

export { typedClient } from "./typed-client.ts";
