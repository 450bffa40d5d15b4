import { createApp, defineComponent, h, nextTick, onMounted, reactive, shallowRef } from "vue";
import {
  type Infer,
  type InferTarget,
  type UseInferOptions,
  type UseInferReturn,
  useInfer,
} from "../../src/vue/index.ts";
import { type Mount, type Mounted, textOf } from "./mounted.ts";

export const mountVue: Mount = async <Target extends InferTarget>(
  first: Target,
  options?: UseInferOptions,
  onMount?: (infer: Infer<Target>) => void,
): Promise<Mounted<Target>> => {
  const page = document.createElement("div");
  const target = shallowRef(first);
  let shown!: UseInferReturn<Target>;
  let renders = 0;
  const component = defineComponent(() => {
    const call = useInfer<Target>(target, options);
    shown = call;
    onMounted(() => onMount?.(call.infer));
    // As a template reads refs.
    const unwrapped = reactive({
      data: call.data,
      error: call.error,
      isPending: call.isPending,
      progress: call.progress,
    });
    return () => {
      renders++;
      return h("p", textOf(unwrapped));
    };
  });
  const app = createApp(component);
  app.mount(page);
  const { infer, abort } = shown;
  const act = async <T>(what: () => T | Promise<T>) => {
    const done = await what();
    await nextTick();
    return done;
  };
  return {
    begin: (...given) => act(() => ({ answer: infer(...given) })),
    abort,
    text: () => page.textContent,
    error: () => shown.error.value,
    renders: () => renders,
    act,
    update: (next) =>
      act(() => {
        target.value = next;
      }),
    unmount: () => act(() => app.unmount()),
  };
};
