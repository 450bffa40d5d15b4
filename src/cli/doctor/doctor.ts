/** `mindspore-serving-web doctor`: a line for each step, then the first thing to fix. */

import { DOCTOR_HELP, type DoctorOptions, parseDoctorOptions } from "./doctor-options.ts";
import { examine, type Result } from "./examine.ts";

const STATUS = {
  en: { ok: "ok     ", failed: "FAILED ", skipped: "skipped" },
  zh: { ok: "正常", failed: "失败", skipped: "跳过" },
};

/** @throws UsageError */
export async function doctor(args: string[]): Promise<void> {
  const options = parseDoctorOptions(args);
  if (!options) return console.log(DOCTOR_HELP);
  const { language, json, subject } = options;
  const results = await examine(subject, (result) => {
    if (json) return;
    const { status, step, detail } = result;
    console.log(`${STATUS[language][status]}  ${step.name[language]}: ${detail[language]}`);
  });
  const first = results.find(({ status }) => status === "failed");
  if (first) process.exitCode = 1;
  console.log(json ? JSON.stringify(toJson(options, results), null, 2) : `\n${advice(language, first)}`);
}

function advice(language: "en" | "zh", first: Result | undefined): string {
  if (language === "zh") {
    return first ? `首先要处理：${first.fix!.zh}` : "在不运行方法的前提下，没有发现问题。";
  }
  return first
    ? `The first thing to fix: ${first.fix!.en}`
    : "No problem found, as far as can be seen without running a method.";
}

function toJson({ subject, language }: DoctorOptions, results: readonly Result[]): unknown {
  const first = results.find(({ status }) => status === "failed");
  const { address, servable, method, origin } = subject;
  return {
    ok: !first,
    address,
    servable,
    method,
    origin,
    fix: first && { step: first.step.id, text: first.fix![language] },
    steps: results.map(({ step, status, detail, fix }) => ({
      step: step.id,
      status,
      detail: detail[language],
      fix: fix?.[language],
    })),
  };
}
