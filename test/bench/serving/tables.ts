/** The tables that `npm run bench:serving` prints. */

import { median, table, withSpread } from "../report.ts";
import type { Role } from "./cpu.ts";
import { type Column, PYTHON, type Sample, type Samples } from "./samples.ts";
import { WORK_NAMES, WORKS } from "./works.ts";

const KINDS = { client: "ours", fetch: "raw `fetch`", "fetch-blob": "raw `fetch` of a `Blob`" };

export interface Table {
  title: string;
  body: string;
}

/** @param columns all that were measured, Python first */
export function tables(samples: Samples, columns: Column[]): Table[] {
  const works = WORK_NAMES.filter((work) => samples.has(work));
  /** One row for each work; `of` gives a column's samples of it. */
  const rows = (head: string[], cells: (of: (column: Column) => Sample[]) => string[], some = works) =>
    table(
      ["", ...head],
      some.map((work) => [WORKS[work].text, ...cells((column) => samples.get(work)!.get(column)!)]),
    );

  const ours = columns.filter(({ program, kind }) => program !== "Python" && kind === "client");
  const printed: Table[] = [
    {
      title: "Time ÷ the Python client's in the same round: median (middle half)",
      body: rows(["Python, ms", ...ours.map(({ program, proxy }) => `${program}, ${proxy}`)], (of) => [
        withSpread(
          of(PYTHON).map(({ ms }) => ms),
          0,
        ),
        ...ours.map((column) => withSpread(ratios(of(column), of(PYTHON)))),
      ]),
    },
  ];
  for (const proxy of ["Envoy", "the bridge"] as const) {
    const page = columns.filter((column) => column.program === "Chromium" && column.proxy === proxy);
    const client = page.find(({ kind }) => kind === "client");
    if (!client) continue;
    const raw = page.filter((column) => column !== client);
    printed.push({
      title: `The page through ${proxy}, beside \`fetch\` alone with the same bytes: median (middle half)`,
      body: rows(
        [
          ...raw.map(({ kind }) => `${KINDS[kind]} ÷ Python`),
          ...raw.map(({ kind }) => `ours ÷ ${KINDS[kind]}`),
        ],
        (of) => [
          ...raw.map((column) => withSpread(ratios(of(column), of(PYTHON)))),
          ...raw.map((column) => withSpread(ratios(of(client), of(column)))),
        ],
        works.filter((work) => !WORKS[work].busy),
      ),
    });
  }
  printed.push({
    title: "CPU time of one sample in ms, median: who calls + the proxy + Serving",
    body: table(
      ["", ...works.map((work) => WORKS[work].text)],
      columns.map((column) => [
        [column.program, column.proxy, column.program === "Python" ? "" : KINDS[column.kind]]
          .filter(Boolean)
          .join(", "),
        ...works.map((work) => cpuText(samples.get(work)!.get(column)!)),
      ]),
    ),
  });
  return printed;
}

/** Round by round: what else the machine does then hits both. */
function ratios(samples: Sample[], others: Sample[]): number[] {
  return samples.map(({ ms }, round) => ms / others[round]!.ms);
}

function cpuText(samples: Sample[]): string {
  if (samples.length === 0) return "";
  const roles: Role[] = ["client", "proxy", "serving"];
  return roles.map((role) => median(samples.map(({ cpu }) => cpu[role])).toFixed(0)).join(" + ");
}
