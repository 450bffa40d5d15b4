/** The embedded bridge, a proxy for development, and the server of the built app. */

export { createBridge } from "./bridge.ts";
export { createDocuments } from "./documents.ts";
export { serve } from "./serve.ts";
