/**
 * A hook for React 18 and 19 that calls a servable's method.
 *
 * @module mindspore-serving-web/react
 */

"use client";

import { useInsertionEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  type InferSnapshot,
  type InferTarget,
  inferStore,
  type UseInferOptions,
} from "../infer-store/index.ts";

export type {
  DataOf,
  ErrorOf,
  Infer,
  InferSnapshot as UseInferReturn,
  InferTarget,
  TargetOptions,
  ThrownError,
  UseInferOptions,
} from "../infer-store/index.ts";

/**
 * Calls for one component. Nothing is called by itself: `infer` does, in a handler or an effect. A new call ends the
 * one under way, whose answer is dropped; so does the component's end.
 *
 * ```tsx
 * const { infer, data, error, isPending, progress, abort } = useInfer(client);
 * ```
 *
 * @param target a `Client`, or a function that makes the call; the one of the last render is called
 */
export function useInfer<Target extends InferTarget>(
  target: Target,
  options: UseInferOptions = {},
): InferSnapshot<Target> {
  const current = useRef({ target, options });
  const [{ subscribe, get }] = useState(() => inferStore<Target>(() => current.current));
  // Before the layout effects of components inside, which may call.
  useInsertionEffect(() => {
    current.current = { target, options };
  });
  return useSyncExternalStore(subscribe, get, get);
}
