/** Node's resolution, in which google-protobuf is the file that `cut.ts` has written. */

let cut;

export function initialize(url) {
  cut = url;
}

export function resolve(name, context, next) {
  return name === "google-protobuf" ? { url: cut, shortCircuit: true } : next(name, context);
}
