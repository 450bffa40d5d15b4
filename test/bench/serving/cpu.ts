/** CPU time of everything that this command has started, by what it is: on a busy machine it says more than the clock. */

import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** What a process is part of. */
export type Role = "client" | "proxy" | "serving";

/** CPU time in ms, that of all programs of the machine too, and the time by the clock. */
export type Cpu = Record<Role | "machine" | "clock", number>;

/** Processes that take part. */
export type Processes = { pid: number; role: Role }[];

export function cpuNow(processes: Processes): Cpu {
  const cpu: Cpu = { client: 0, proxy: 0, serving: 0, machine: machineCpu(), clock: performance.now() };
  for (const { pid, role } of processes) cpu[role] += cpuOf(pid);
  return cpu;
}

export function cpuSince(before: Cpu, processes: Processes): Cpu {
  const now = cpuNow(processes);
  for (const key of Object.keys(now) as (keyof Cpu)[]) now[key] -= before[key];
  return now;
}

function machineCpu(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/** Share of the machine's cores, 0 to 1, that programs took which have no part in it. */
export function othersShare(spans: readonly Cpu[]): number {
  const sum = (key: keyof Cpu) => spans.reduce((total, span) => total + span[key], 0);
  const others = sum("machine") - sum("client") - sum("proxy") - sum("serving");
  return Math.max(0, others) / (sum("clock") * cpus().length);
}

function roleOf(line: string): Role | undefined {
  if (/bridge-program\.ts|--config-path/.test(line)) return "proxy";
  if (/python_client\.py|node-program\.ts|--user-data-dir|--type=/.test(line)) return "client";
  return /start\.py|mindspore_serving/.test(line) ? "serving" : undefined;
}

/** All that this process has started, and what those have. */
export function findProcesses(): Processes {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : undefined;
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === process.pid || isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs).flatMap((pid) => {
    const role = roleOf((read(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " "));
    return role ? [{ pid, role }] : [];
  });
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
