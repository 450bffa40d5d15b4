/** What the hooks for React and Vue have in common. */

export { type InferSnapshot, inferStore, type UseInferOptions } from "./infer-store.ts";
export type { DataOf, ErrorOf, Infer, InferTarget, TargetOptions, ThrownError } from "./target.ts";
