import { act, createElement, Fragment, StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import {
  type InferTarget,
  type UseInferOptions,
  type UseInferReturn,
  useInfer,
} from "../../src/react/index.ts";
import { type Mount, type Mounted, textOf } from "./mounted.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export const mountReact = mountIn(Fragment);
export const mountStrictReact = mountIn(StrictMode);

interface Props<Target> {
  target: Target;
  options: UseInferOptions | undefined;
  onMount: ((infer: UseInferReturn<Target>["infer"]) => void) | undefined;
  seen: UseInferReturn<Target>[];
}

function Component<Target extends InferTarget>({ target, options, onMount, seen }: Props<Target>) {
  const shown = useInfer(target, options);
  seen.push(shown);
  return createElement(Fragment, null, textOf(shown), createElement(Inside<Target>, { shown, onMount }));
}

interface InsideProps<Target> extends Pick<Props<Target>, "onMount"> {
  shown: UseInferReturn<Target>;
}

/** Its effects run before those of the component that it is in. */
function Inside<Target>({ shown: { infer }, onMount }: InsideProps<Target>) {
  useEffect(() => onMount?.(infer), [infer, onMount]);
  return null;
}

function mountIn(Around: typeof Fragment): Mount {
  return async <Target extends InferTarget>(
    target: Target,
    options?: UseInferOptions,
    onMount?: (infer: UseInferReturn<Target>["infer"]) => void,
  ): Promise<Mounted<Target>> => {
    const page = document.createElement("div");
    const root = createRoot(page);
    const seen: UseInferReturn<Target>[] = [];
    const update = (target: Target) =>
      act(async () => {
        const component = createElement(Component<Target>, { target, options, onMount, seen });
        root.render(createElement(Around, null, component));
      });
    await update(target);
    // StrictMode in React 18 renders first what it throws away.
    const { infer, abort } = seen.at(-1)!;
    return {
      begin: (...given) => act(async () => ({ answer: infer(...given) })),
      abort,
      text: () => page.textContent,
      error: () => seen.at(-1)!.error,
      renders: () => seen.length,
      act: (what) => act(async () => what()),
      update,
      unmount: () => act(async () => root.unmount()),
    };
  };
}
