/** What both elements are to a page's scripts: plain HTML elements, whatever they are made with. */

import type { MetadataSource } from "../../client/index.ts";

type ListenerOptions = boolean | AddEventListenerOptions;

/** Listens to an event by its name, or no longer. */
interface Listening<Events> {
  <Name extends keyof Events & string>(
    type: Name,
    listener: (event: CustomEvent<Events[Name]>) => void,
    options?: ListenerOptions,
  ): void;
  <Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => void,
    options?: ListenerOptions,
  ): void;
  (type: string, listener: EventListenerOrEventListenerObject, options?: ListenerOptions): void;
}

/** @typeParam Events details of its own events, by their names */
export interface ServingElement<Events> extends HTMLElement {
  addEventListener: Listening<Events>;
  removeEventListener: Listening<Events>;
  /** The proxy's address, such as `"https://serving.example.com"`; `""` (the default) is the page's own origin. */
  address: string;
  /** Name of the servable. */
  servable: string;
  /** Name of its method. */
  method: string;
  /** Version of the servable; 0, the default, is the highest running one. */
  version: number | bigint | string;
  /** Deadline of a call in milliseconds, 120,000 by default. */
  timeoutMs: number;
  /** `"light"` or `"dark"`, `"auto"` as the system is; left out, as the page's own `color-scheme` says. */
  theme: "light" | "dark" | "auto" | undefined;
  /** Headers of every call, such as `{ authorization: "Bearer …" }`, or a function that gives them. */
  metadata: MetadataSource | undefined;
  /** Whether a call that was refused is made once more, with what the function in `metadata` then gives. */
  refreshMetadata: boolean;
}
