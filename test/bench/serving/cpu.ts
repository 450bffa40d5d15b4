/** CPU time of everything that this command has started, by what it is: on a busy machine it says more than the clock. */

import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** What a process is part of. */
export type Role = "client" | "proxy" | "serving";

/** CPU time in ms, that of all programs of the machine too. */
export type Cpu = Record<Role | "machine", number>;

export function cpuNow(): Cpu {
  const cpu: Cpu = { client: 0, proxy: 0, serving: 0, machine: machineCpu() };
  for (const { pid, line } of descendants()) {
    const role = roleOf(line);
    if (role) cpu[role] += cpuOf(pid);
  }
  return cpu;
}

export function cpuSince(before: Cpu): Cpu {
  const now = cpuNow();
  return {
    client: now.client - before.client,
    proxy: now.proxy - before.proxy,
    serving: now.serving - before.serving,
    machine: now.machine - before.machine,
  };
}

function machineCpu(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/** Share of the machine's cores, 0 to 1, that programs took which have no part in what was measured. */
export function othersShare(samples: readonly { ms: number; cpu: Cpu }[]): number {
  const sum = (of: (sample: { ms: number; cpu: Cpu }) => number) =>
    samples.reduce((total, sample) => total + of(sample), 0);
  const others = sum(({ cpu }) => cpu.machine - cpu.client - cpu.proxy - cpu.serving);
  return Math.max(0, others) / (sum(({ ms }) => ms) * cpus().length);
}

function roleOf(line: string): Role | undefined {
  if (/bridge-program\.ts|--config-path/.test(line)) return "proxy";
  if (/python_client\.py|node-program\.ts|--user-data-dir|--type=/.test(line)) return "client";
  return /start\.py|mindspore_serving/.test(line) ? "serving" : undefined;
}

/** This process and all that it and they have started. */
function descendants(): { pid: number; line: string }[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : undefined;
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === process.pid || isOurs(parents.get(pid)));
  return [...parents.keys()]
    .filter(isOurs)
    .map((pid) => ({ pid, line: (read(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ") }));
}

/** In ns, and to the ns, where the whole process's own figure is in ticks of 10 ms. */
function cpuOf(pid: number): number {
  let ns = 0;
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      ns += Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0] ?? 0);
    }
  } catch {
    // It has ended.
  }
  return ns / 1e6;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
