/**
 * A composable for Vue 3.4 and later that calls a servable's method.
 *
 * @module mindspore-serving-web/vue
 */

import {
  type ComputedRef,
  computed,
  getCurrentScope,
  type MaybeRef,
  onScopeDispose,
  shallowRef,
  unref,
} from "vue";
import type { Progress } from "../client/index.ts";
import {
  type DataOf,
  type ErrorOf,
  type InferSnapshot,
  type InferTarget,
  inferStore,
  type UseInferOptions,
} from "../infer-store/index.ts";

export type {
  DataOf,
  ErrorOf,
  Infer,
  InferTarget,
  TargetOptions,
  ThrownError,
  UseInferOptions,
} from "../infer-store/index.ts";

/** What a component shows of its calls, as refs, and what it calls by. */
export interface UseInferReturn<Target> extends Pick<InferSnapshot<Target>, "infer" | "abort"> {
  /** What the last call gave, where that is no error: of a `Client` one outcome for each instance, errors among them. */
  data: ComputedRef<DataOf<Target> | undefined>;
  /** Why the last call as a whole gave nothing. An abort is no error. */
  error: ComputedRef<ErrorOf<Target> | undefined>;
  /** Whether a call is under way. */
  isPending: ComputedRef<boolean>;
  /** Bytes sent and received by the call under way, the newest where there are several. */
  progress: ComputedRef<Progress | undefined>;
}

/**
 * Calls for one component, or one effect scope. Nothing is called by itself: `infer` does, in a handler or a watcher. A
 * new call ends the one under way, whose answer is dropped; so does the scope's end.
 *
 * ```ts
 * const { infer, data, error, isPending, progress, abort } = useInfer(client);
 * ```
 *
 * @param target a `Client`, a ref of one, or a function that makes the call; the one that it is then is called
 */
export function useInfer<Target extends InferTarget>(
  target: MaybeRef<Target>,
  options: UseInferOptions = {},
): UseInferReturn<Target> {
  const { subscribe, get } = inferStore<Target>(() => ({ target: unref(target), options }));
  const shown = shallowRef(get());
  const leave = subscribe(() => {
    shown.value = get();
  });
  if (getCurrentScope()) onScopeDispose(leave);
  const { infer, abort } = get();
  return {
    infer,
    abort,
    data: computed(() => shown.value.data),
    error: computed(() => shown.value.error),
    isPending: computed(() => shown.value.isPending),
    progress: computed(() => shown.value.progress),
  };
}
