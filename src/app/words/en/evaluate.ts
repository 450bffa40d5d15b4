/** The page Evaluate. */

import { intakeEn } from "../../../ui/index.ts";
import { targetEn } from "./target.ts";

const photos = (count: number) => (count === 1 ? "1 photo" : `${count} photos`);
const names = (count: number) => (count === 1 ? "1 name" : `${count} names`);

export const evaluateEn = {
  ...intakeEn,
  ...targetEn,
  evalTitle: "Evaluate a method",
  evalIntro:
    "How often is it right? Give a folder whose sub-folders are named by what their photos show, or photos and a CSV of file,label.",
  evalDropHere: "Drop a folder here",
  evalDropHereMore: "with a sub-folder for each class, or photos and a CSV beside them.",
  evalDropNow: "Let go to evaluate",
  evalChooseFolder: "Choose a folder",
  evalChooseFiles: "Photos and a CSV",
  evalChooseTable: "Labels from a CSV",
  evalChooseNames: "Names from a file",
  evalReading: (count: number) => `Looking for photos: ${count} so far`,
  evalPasted: (time: string) => `Pasted image ${time}`,
  evalGiven: (count: number, classes: number) => `${photos(count)}, ${names(classes)}`,
  evalUnlabelled: (count: number) => `${photos(count)} without a label: sent, and in no figure.`,
  evalMissing: (count: number, some: string) => `The CSV names ${photos(count)} that are not here: ${some}`,
  evalNamesTaken: (count: number) => `A file says what ${names(count)} are called.`,
  evalNamesFor: (field: string) => `${field}: known names`,
  evalStart: "Evaluate",
  evalStartSecond: "Evaluate beside it",
  evalSecondNote: "Ask another method, or version, about the same photos, and compare.",
  evalClear: "Clear",
  evalCleared: "The photos and their results were cleared.",
  evalUndo: "Undo",
  evalTop1: "Top-1",
  evalTop5: "Top-5",
  evalOf: (right: number, all: number) => `${right} of ${all}`,
  evalFewLabels: (most: number) => (most === 0 ? "no answer yet" : `answers have ${most}, not five labels`),
  evalProgress: (settled: number, all: number, failed: number) =>
    `${settled} of ${photos(all)}${failed > 0 ? ` · ${failed} failed` : ""}`,
  evalRate: (rate: string, left: string) => `${rate} per second · about ${left} left`,
  evalPaused: "paused",
  evalStopped: "stopped; see the message below",
  evalWaits: "waiting for the connection; goes on by itself",
  evalPause: "Pause",
  evalGoOn: "Resume",
  evalRetry: (count: number) => `Send ${count} failed again`,
  evalSaveCsv: "Save each photo as CSV",
  evalSaveJson: "Save all figures as JSON",
  evalRemoveRun: "Remove this run",
  evalWrongNote: (failed: number, unmapped: number) =>
    [
      ...(failed > 0 ? [`${photos(failed)} that failed`] : []),
      ...(unmapped > 0 ? [`${photos(unmapped)} of names without a label`] : []),
    ].join(" and "),
  evalCountWrong: (what: string) => `${what} count as wrong.`,
  evalUnmapped: (count: number) => `${names(count)} without a label`,
  evalUnmappedMore:
    "No answer so far had a label of this name. What the model calls them can be written here, or given as a file of name,label.",
  evalMapped: (count: number) => `${names(count)} with a label`,
  evalMoreNames: (count: number) => `and ${count} more`,
  evalAmbiguous: (labels: string) => `fits ${labels}`,
  evalCalled: (name: string) => `The model's label for ${name}`,
  evalNoLabel: "the model's label",
  evalClasses: "Classes",
  evalClass: "Class",
  evalPhotos: "Photos",
  evalRecall: "Recall",
  evalPrecision: "Precision",
  evalSearch: "Search",
  evalSearchClasses: "Search classes",
  evalNoMatch: "No class matches.",
  evalMore: (count: number) => `Show more (${count} left)`,
  evalConfusion: "What is taken for what",
  evalMatrixNote: (shown: number, all: number) =>
    shown === all
      ? "Rows: what photos show. Columns: what they are called."
      : `Rows: what photos show. Columns: what they are called. The ${shown} of ${all} classes with most mistakes; search for others.`,
  evalSearchMatrix: "Search classes of the matrix",
  evalSize: "Classes in the matrix",
  evalNoAnswer: "no answer",
  evalCell: (truth: string, predicted: string, count: number) =>
    `${photos(count)} of ${truth} called ${predicted}`,
  evalOverview: (all: number) => `All ${all} classes by name; click to see a part`,
  evalResultsOf: "Results of",
  evalPairs: "Most confused",
  evalPair: (truth: string, predicted: string) => `${truth} taken for ${predicted}`,
  evalMistakes: "Worst mistakes",
  evalMistakesMore: "Wrong answers with the highest scores.",
  evalFailures: "Failed photos",
  evalCellTitle: (truth: string, predicted: string) => `Photos of ${truth}, called ${predicted}`,
  evalClosePhotos: "Close",
  evalShows: (name: string) => `shows ${name}`,
  evalSays: (label: string, score: string) => `${label} (${score})`,
  evalCompared: "The two side by side",
  evalAgreed: (agreed: number, all: number, share: string) =>
    `They agree on ${agreed} of ${photos(all)} that both have answered (${share}).`,
  evalOnly: (method: string, count: number) => `Only ${method} is right: ${count}`,
  evalTestExact: "exact binomial McNemar test",
  evalTestChi: "McNemar's test with continuity correction",
  evalTest: (name: string, statistic: string, p: string) => `${name}: ${statistic}p = ${p}`,
  evalSignificant: "A difference this large is unlikely by chance alone (p below 0.05).",
  evalNotSignificant: "A difference this small may well be chance.",
  evalChanged: "Photos that they call differently",
  evalRightFirst: "the first is right",
  evalRightSecond: "the second is right",
  evalRightNone: "neither is right",
  evalRightUnknown: "nobody says what it shows",
  evalFaultLine: (line: number, what: string) => `line ${line}: ${what}`,
  evalFaultQuote:
    "a quote is opened and not closed, or text follows a closing quote. Write a quote inside a field twice.",
  evalFaultFields: (count: number) =>
    `${count === 1 ? "1 field" : `${count} fields`} in the place of two. Write file,label, and a label with commas in quotes.`,
  evalFaultEmpty: "the file or the label is empty. Write file,label.",
  evalFaultTwice: (what: string) =>
    `${what} is there already, with another label. Keep one of the two lines.`,
  evalFaultJson:
    'this can\'t be read as JSON of names and labels, such as {"n01440764": "tench"}. Mend it first.',
};
