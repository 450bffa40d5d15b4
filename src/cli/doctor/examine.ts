/** The steps in their order, from the page's side to the model's. */

import type { Case } from "./case.ts";
import { cors, exposedHeaders, packedRequests } from "./cors-steps.ts";
import { type Finding, skipped, type Words } from "./finding.ts";
import { dns, tcp, tls } from "./network-steps.ts";
import { grpcWeb, http, path } from "./proxy-steps.ts";
import { liveWorker, messageLimit, method, servable, serving } from "./serving-steps.ts";

interface Step {
  /** For programs. */
  id: string;
  name: Words;
  /** What a page can do without; all that follows another failure is skipped. */
  aside?: true;
  run(subject: Case): Promise<Finding>;
}

const STEPS: readonly Step[] = [
  { id: "dns", name: { en: "DNS", zh: "域名解析" }, run: dns },
  { id: "tcp", name: { en: "TCP", zh: "TCP 连接" }, run: tcp },
  { id: "tls", name: { en: "TLS", zh: "TLS" }, run: tls },
  { id: "http", name: { en: "HTTP", zh: "HTTP" }, run: http },
  { id: "path", name: { en: "path", zh: "路径" }, run: path },
  { id: "grpc-web", name: { en: "gRPC-Web", zh: "gRPC-Web" }, run: grpcWeb },
  { id: "cors", name: { en: "CORS", zh: "CORS" }, aside: true, run: cors },
  {
    id: "exposed-headers",
    name: { en: "exposed headers", zh: "暴露的响应头" },
    aside: true,
    run: exposedHeaders,
  },
  {
    id: "packed-requests",
    name: { en: "packed requests", zh: "压缩的请求" },
    aside: true,
    run: packedRequests,
  },
  { id: "worker", name: { en: "Serving", zh: "Serving" }, run: serving },
  { id: "servable", name: { en: "servable", zh: "Servable" }, run: servable },
  { id: "method", name: { en: "method", zh: "方法" }, aside: true, run: method },
  { id: "live-worker", name: { en: "live worker", zh: "存活的 worker" }, aside: true, run: liveWorker },
  { id: "message-limit", name: { en: "message limit", zh: "消息大小" }, run: messageLimit },
];

export interface Result extends Finding {
  step: Step;
}

/** @param onResult is called with each step's result as it is found */
export async function examine(subject: Case, onResult: (result: Result) => void): Promise<Result[]> {
  const results: Result[] = [];
  let blocked: Step | undefined;
  for (const step of STEPS) {
    const finding = blocked
      ? skipped(`fix ${blocked.name.en} first`, `请先解决：${blocked.name.zh}`)
      : await step.run(subject);
    if (finding.status === "failed" && !step.aside) blocked = step;
    results.push({ step, ...finding });
    onResult(results.at(-1)!);
  }
  return results;
}
