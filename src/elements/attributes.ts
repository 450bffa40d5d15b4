/** The elements as markup has them: attributes, and the properties that frameworks set by the names they have there. */

import type { ServingClassifier as Classifier, ClassifierEvents } from "./classifier/classifier-type.ts";
import type { ServingMethod as Method, MethodEvents } from "./method/method-type.ts";

type Both =
  | "address"
  | "servable"
  | "method"
  | "version"
  | "timeoutMs"
  | "theme"
  | "metadata"
  | "refreshMetadata";

/** Left out or `undefined`, each has its default. As an attribute a number is its text, and a boolean is there or not. */
type AsWritten<Element, Names extends keyof Element> = {
  [Name in Names]?:
    | Element[Name]
    | (Element[Name] extends number ? string : Element[Name] extends boolean ? "" : never)
    | undefined;
};

interface More {
  /** As the property `timeoutMs`. */
  "timeout-ms"?: number | string | undefined;
  /** As the property `refreshMetadata`. */
  "refresh-metadata"?: boolean | "" | undefined;
  /** React before 19 has no `className` for custom elements. */
  class?: string | undefined;
}

/** What `<serving-classifier>` takes in markup. */
export interface ClassifierAttributes
  extends More,
    AsWritten<Classifier, Both | "input" | "top" | "accept" | "multiple" | "shrink" | "wait"> {}

/** What `<serving-method>` takes in markup. */
export interface MethodAttributes
  extends More,
    AsWritten<Method, Both | "inputs" | "signature" | "instances"> {}

/** Handlers as React 19 and Svelte 5 name them: `onserving-result`. */
type Handlers<Events> = { [Name in keyof Events as `on${Name & string}`]?: Handler<Events[Name]> };

/** As Vue has them: `@serving-result`. */
type VueHandlers<Events> = { [Name in keyof Events as `on${Camel<Name>}`]?: Handler<Events[Name]> };

type Handler<Detail> = ((event: CustomEvent<Detail>) => void) | undefined;

type Camel<Name> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Capitalize<Tail>}`
  : never;

type InClassifier = ClassifierAttributes & Handlers<ClassifierEvents>;
type InMethod = MethodAttributes & Handlers<MethodEvents>;

// React, Vue and Svelte each know of elements by an interface of theirs. What a project has not installed can't be
// found, which is no error of that project's: with "expect" it would be one where it is installed.
/** @ts-ignore */
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore */
      "serving-classifier": InClassifier & ClassAttributes<Classifier> & HTMLAttributes<Classifier>;
      /** @ts-ignore */
      "serving-method": InMethod & ClassAttributes<Method> & HTMLAttributes<Method>;
    }
  }
}

/** Vue hands its own HTML attributes out by no name that an augmentation sees. */
interface AnyInVue {
  id?: string | undefined;
  style?: unknown;
  slot?: string | undefined;
  title?: string | undefined;
  hidden?: boolean | undefined;
  lang?: string | undefined;
  role?: string | undefined;
  tabindex?: number | string | undefined;
  key?: PropertyKey | undefined;
  ref?: unknown;
}

/** @ts-ignore */
declare module "vue" {
  interface GlobalComponents {
    "serving-classifier": new () => {
      $props: ClassifierAttributes & VueHandlers<ClassifierEvents> & AnyInVue;
    };
    "serving-method": new () => { $props: MethodAttributes & VueHandlers<MethodEvents> & AnyInVue };
  }
}

/** @ts-ignore */
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    /** @ts-ignore */
    "serving-classifier": InClassifier & HTMLAttributes<Classifier>;
    /** @ts-ignore */
    "serving-method": InMethod & HTMLAttributes<Method>;
  }
}
