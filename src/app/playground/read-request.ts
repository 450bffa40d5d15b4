/** All instances as they are written, to values or to what is wrong with each input. */

import type { InputValue, Instance } from "../../client/index.ts";
import type { Draft, DraftInstance } from "./draft.ts";
import { type InputFault, readInput } from "./read-input.ts";

type Library = typeof import("../../client/index.ts");

/** Faults by instance and input; `undefined` where there is none. */
export type Faults = readonly (readonly (InputFault | undefined)[])[];

export async function readRequest(
  drafts: readonly DraftInstance[],
  library: Library,
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
    faults.push(read.map((one) => ("fault" in one ? one : undefined)));
    const values = read.map((one, i) => [inputs[i]!.name, (one as { value: InputValue }).value] as const);
    instances.push(Object.fromEntries(values));
  }
  return faults.flat().some((fault) => fault) ? { faults } : { instances };
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
