/** A component with `useInfer`, in React or Vue, and what it shows. */

import type { InferTarget, UseInferOptions, UseInferReturn } from "../../src/react/index.ts";

type Infer<Target> = UseInferReturn<Target>["infer"];

export interface Mounted<Target> extends Pick<UseInferReturn<Target>, "abort"> {
  /** Makes a call that the test awaits or not. */
  begin: (...given: Parameters<Infer<Target>>) => Promise<{ answer: ReturnType<Infer<Target>> }>;
  /** What the page shows by now. */
  text: () => string;
  error: () => UseInferReturn<Target>["error"];
  /** How often it was rendered. */
  renders: () => number;
  /** Does something, and waits until what follows from it is on the page. */
  act: <T>(act: () => T | Promise<T>) => Promise<T>;
  /** The same component, with another target. */
  update: (target: Target) => Promise<void>;
  unmount: () => Promise<void>;
}

export type Mount = <Target extends InferTarget>(
  target: Target,
  options?: UseInferOptions,
  /** Called by an effect of a component inside, when it is there. */
  onMount?: (infer: UseInferReturn<Target>["infer"]) => void,
) => Promise<Mounted<Target>>;

/** As a page may show it. */
export function textOf({
  data,
  error,
  isPending,
  progress,
}: Pick<UseInferReturn<never>, "isPending" | "progress"> & { data: unknown; error: unknown }): string {
  const { error: words } = Object(error) as { error?: string };
  const bytes = progress && `${progress.uploaded}/${progress.uploadTotal}`;
  return (
    [isPending && "pending", bytes, words, data && JSON.stringify(data)].filter(Boolean).join(" ") || "idle"
  );
}
