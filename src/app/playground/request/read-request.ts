/** All instances as they are written, to values or to what is wrong with each input. */

import type { InputValue, Instance } from "../../../client/index.ts";
import type { Draft, DraftInstance } from "./draft.ts";
import { type InputFault, readInput } from "./read-input.ts";
import type { SignedInputs } from "./signed-form.ts";
import { unlike } from "./unlike.ts";

type Library = typeof import("../../../client/index.ts");

/** Faults by instance and input, `undefined` where there is none; then those of inputs that are missing. */
export type Faults = readonly (readonly (InputFault | undefined)[])[];

/** @param signed what the values are to be, where a signature knows */
export async function readRequest(
  drafts: readonly DraftInstance[],
  library: Library,
  signed: SignedInputs = {},
): Promise<{ instances: Instance[] } | { faults: Faults }> {
  const faults: (InputFault | undefined)[][] = [];
  const instances: Instance[] = [];
  for (const inputs of drafts) {
    const read = await Promise.all(
      inputs.map((draft, i) =>
        readInput(
          draft,
          inputs.slice(0, i).map(({ name }) => name),
          library,
        ).catch(
          (error): InputFault => ({ fault: "thrown", about: String((error as Error)?.message ?? error) }),
        ),
      ),
    );
    faults.push([
      ...read.map((one, i) => {
        const { name } = inputs[i]!;
        if ("fault" in one) return one;
        return Object.hasOwn(signed, name) ? unlike(one.value, signed[name]!) : undefined;
      }),
      ...missing(inputs, signed),
    ]);
    const values = read.map((one, i) => [inputs[i]!.name, (one as { value: InputValue }).value] as const);
    instances.push(Object.fromEntries(values));
  }
  return faults.flat().some((fault) => fault) ? { faults } : { instances };
}

function missing(inputs: DraftInstance, signed: SignedInputs): InputFault[] {
  const names = Object.keys(signed).filter((name) => !inputs.some((draft) => draft.name === name));
  return names.map((name) => ({ fault: "missing", about: name }));
}

/** Whether all could be sent, and only the signature says otherwise. */
export function onlyUnlike(faults: Faults): boolean {
  const kinds = ["unlike", "noImage", "missing"];
  return faults.flat().every((one) => !one || kinds.includes(one.fault));
}

export const countFaults = (faults: Faults): number => faults.flat().filter((fault) => fault).length;

/** The same with texts in place of files and of values that are not there yet, of which JSON loses nothing. */
export function withoutOpen(drafts: readonly DraftInstance[]): readonly DraftInstance[] {
  const isOpen = ({ file, text }: Draft) => file !== undefined || text.trim() === "";
  return drafts.map((inputs) =>
    inputs.map((draft) => (isOpen(draft) ? { ...draft, kind: "string", file: undefined } : draft)),
  );
}

/** For code: bytes of which nothing is written are a file that is still to be chosen. */
export function withFilesToChoose({
  drafts,
  instances,
}: {
  drafts: readonly DraftInstance[];
  instances: readonly Instance[];
}): Instance[] {
  return instances.map((instance, i) => {
    const open = drafts[i]!.filter(({ kind, file, text }) => kind === "bytes" && !file && text.trim() === "");
    return { ...instance, ...Object.fromEntries(open.map(({ name }) => [name, new File([], name)])) };
  });
}
