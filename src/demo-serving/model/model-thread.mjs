// Entry of the model thread, in plain JavaScript: Node 20 cannot start a thread from a .ts file. tsx given as
// `--import tsx` acts only in the main thread there, and under vitest not at all, so the thread registers tsx
// for itself. This works the same on newer Node, and whoever starts the process.
import { register } from "tsx/esm/api";

register();
await import("./model-thread.ts");
