/** The documents' components of React (`tsx`) and Vue (`vue`), as modules whose default is the component. */

import { compileScript, parse } from "vue/compiler-sfc";
import { type Block, blocksOf } from "./markdown.ts";
import { english } from "./programs.ts";

export interface Component {
  /** `docs/frameworks.md:12` */
  name: string;
  framework: "react" | "vue";
  language: "tsx" | "ts";
  /** As it runs. */
  code: string;
  /** What a compiler of TypeScript checks: of Vue's the script, since a template is `vue-tsc`'s matter. */
  checked: string;
}

export const components: Component[] = blocksOf("tsx", "vue").filter(english).map(toComponent);

function toComponent({ document, line, language, code }: Block): Component {
  const name = `${document}:${line}`;
  if (language === "tsx") return { name, framework: "react", language, code, checked: code };
  const { descriptor, errors } = parse(code);
  if (errors[0]) throw errors[0];
  const compiled = (inlineTemplate: boolean) =>
    compileScript(descriptor, { id: name, inlineTemplate }).content;
  return { name, framework: "vue", language: "ts", code: compiled(true), checked: compiled(false) };
}
