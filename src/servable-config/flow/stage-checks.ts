/** What Serving refuses of a stage while it registers the method. */

import { servingName } from "../module/serving.ts";
import type { Expression } from "../python/syntax.ts";
import { type Context, constantIn } from "./context.ts";
import type { Value } from "./values.ts";

type CallExpression = Expression & { kind: "call" };

/** Of add_stage, by name. */
const PARAMETERS = /^(stage|outputs_count|batch_size|tag)$/;

/** @throws SourceError */
export function checkStage(
  context: Context,
  call: CallExpression,
  {
    name,
    stage,
    made,
    isBatch,
  }: { name: string; stage: Expression | undefined; made: Value; isBatch: boolean },
): void {
  const { source } = context.module;
  const { args, keywords } = call;
  if ([...args, ...keywords.map(({ value }) => value)].some(({ kind }) => kind === "star")) return;
  if (name === "add_stage" && !keywords.some((one) => one.name === "outputs_count")) {
    source.fail(
      call.at,
      "add_stage needs outputs_count: write how many outputs the stage gives, outputs_count=1",
    );
  }
  const stray = keywords.find((one) => name === "add_stage" && !PARAMETERS.test(one.name));
  if (stray)
    source.fail(
      stray.at,
      `add_stage has no parameter ${stray.name}: it has outputs_count, batch_size and tag`,
    );
  const given = args.filter((one) => one !== stage);
  const constant = given.find((one) =>
    /^(text|bytes|format|number|constant|tuple|list|dict)$/.test(one.kind),
  );
  if (constant) {
    source.fail(
      constant.at,
      "a stage is given inputs of the method and outputs of other stages, and Serving refuses anything else: let its function have this itself",
    );
  }
  if (!stage) return;
  if (made.kind === "partial" || isBound(context, stage)) {
    const what = made.kind === "partial" ? "functools.partial" : "an object's method";
    source.fail(
      stage.at,
      `${what} is no stage, which Serving refuses: define a function with def that calls it`,
    );
  }
  const [has, gets] = [made.kind === "function" ? made.count : undefined, given.length];
  if (has === undefined || isBatch || has === gets) return;
  source.fail(
    stage.at,
    `this function has ${has} parameter${has === 1 ? "" : "s"}, but the stage gives it ${gets}, which Serving refuses, also where others have a default: give it as many`,
  );
}

/** `post.run`, of `post = Post()` */
function isBound({ module }: Context, stage: Expression): boolean {
  const object = stage.kind === "attribute" && stage.object.kind === "name" ? stage.object : undefined;
  const made = object && module.valueOf(object.name);
  if (made?.kind !== "call" || made.callee.kind !== "name") return false;
  const [binding, ...more] = module.bindingsOf(made.callee.name);
  return binding?.kind === "class" && more.length === 0;
}

/** `a, b = add_stage(…, outputs_count=1)`. @throws SourceError */
export function checkUnpacked(context: Context, target: Expression, value: Expression): void {
  if (value.kind !== "call" || (target.kind !== "tuple" && target.kind !== "list")) return;
  if (servingName(context.module, value.callee) !== "add_stage") return;
  const given = value.keywords.find(({ name }) => name === "outputs_count")?.value;
  const count = given && constantIn(context, given);
  const names = target.items.length;
  if (typeof count !== "number" || target.items.some(({ kind }) => kind === "star") || count === names)
    return;
  context.module.source.fail(
    target.at,
    `${names} name${names === 1 ? "" : "s"} for outputs_count=${count}, which Serving refuses: write as many`,
  );
}
