/** Inputs of a method, and what it gives. */

export const methodEn = {
  kindOf: (input: string) => `kind of ${input}`,
  dtypeOf: (input: string) => `dtype of ${input}`,
  kindTensor: "tensor",
  kindScalar: "scalar",
  kindString: "string",
  kindBytes: "bytes",
  kindImage: "image",
  instance: (number: number) => `Instance ${number}`,
  run: "Run",
  notRun: "Not run yet",
};

export type MethodWords = typeof methodEn;
