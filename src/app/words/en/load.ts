/** The page Load, with the request as the playground has it. */

import { playgroundEn } from "./playground.ts";

const calls = (count: number) => (count === 1 ? "1 call" : `${count} calls`);
const instances = (count: number) => (count === 1 ? "1 instance" : `${count} instances`);

export const loadEn = {
  ...playgroundEn,
  loadTitle: "Load-test a method",
  loadIntro:
    "How many answers a second does it give, and how long does a call take? One request is sent again and again, by several calls at a time, with several instances in a call.",
  loadSample: "Use a sample photo",
  loadNoSample: "The sample photo can't be loaded: choose a picture of your own.",
  loadOne: (count: number) => `This is ${instances(count)}: give one, which every call repeats.`,
  loadConcurrency: "Calls at a time",
  loadBatch: "Instances in a call",
  loadSeconds: "Seconds of a step, at most",
  loadCalls: "Calls of a step, at most",
  loadFaultList: (most: number) => `Give whole numbers from 1 to ${most}, with commas between them.`,
  loadFaultNumber: (most: number) => `Give a whole number from 1 to ${most}.`,
  loadFaultSteps: (steps: number, most: number) =>
    `Each batch size with each width makes ${steps} steps: at most ${most}. Give fewer.`,
  loadFaultSeconds: (steps: number, seconds: number, most: number) =>
    `${steps} steps of ${seconds} s are ${steps * seconds} s: at most ${most} s in all. Give fewer or shorter ones.`,
  loadPlan: (method: string, address: string, most: number, seconds: number, timeout: number) =>
    `Calls ${method} at ${address}, nobody else: at most ${calls(most)}, started within ${seconds} s; a call may take up to ${timeout} s. It stops when you leave this page. It puts load on that server: ask who owns it first.`,
  loadTooMuch: (has: number, most: number) =>
    `${has} MB would be under way at a time, at most ${most} MB fit here: give a smaller input, fewer calls at a time or smaller batches.`,
  loadRun: "Start",
  loadAt: (address: string, time: string) => `${address}, ${time}`,
  loadProgress: (done: number, all: number) => `${done} of ${all === 1 ? "1 step" : `${all} steps`}`,
  loadStopped: "stopped",
  loadLeft: "stopped, since the page was left",
  loadHopeless: "ended early: more calls would come to nothing",
  loadHttp1: (most: number) =>
    `† This page reaches the server by HTTP/1.1, by which browsers keep at most ${most} connections to a server: with more than ${most} calls at a time the others wait in the browser, and their times say nothing about the server. Take the command below, or serve the proxy by HTTPS with HTTP/2.`,
  loadUnknownProtocol: (most: number) =>
    `The browser does not tell by which protocol it reaches this server. By HTTP/1.1 it keeps at most ${most} connections to it: with more than ${most} calls at a time the others would wait in the browser. The command below has no such limit.`,
  loadSteps: "Steps",
  loadCount: "Calls",
  loadPerSecond: "Answers a second",
  loadFailed: "Failed instances",
  loadPerSecondBy: "Answers a second, by calls at a time",
  loadP95By: "p95 of a call in ms, by calls at a time",
  loadPoint: (concurrency: number, batch: number, figure: string) =>
    `${figure} with ${calls(concurrency)} of ${instances(batch)}`,
  loadHistogramOf: (concurrency: number, batch: number) =>
    `How long calls took, with ${concurrency} at a time of ${instances(batch)}`,
  loadHistogramTold: (
    count: number,
    from: string,
    to: string,
    fullest: number,
    fullestFrom: string,
    fullestTo: string,
  ) =>
    `${calls(count)} of ${from} to ${to} ms, most of them (${fullest}) of ${fullestFrom} to ${fullestTo} ms`,
  loadAsTable: "As a table",
  loadTimes: "Milliseconds",
  loadSaveCsv: "Save the steps as CSV",
  loadSaveJson: "Save all figures as JSON",
  loadRemove: "Remove",
  loadCommand: "The same from a terminal; a file is looked for in the folder where it runs.",
  loadNoHeaders: "It sends none of the headers of Settings.",
  loadNoCommand: "This input is too large for a command line.",
};
