/** What app and elements both stand on. */

export { dropped, type Given, mayHoldPictures, pasted, pastedOf } from "./intake/given.ts";
export { Intake } from "./intake/intake.ts";
export { intakeNoteStyles, intakeNotes } from "./intake/notes-view.ts";
export { failureText } from "./language/failure-text.ts";
export { type Language, languageOfTags, TAGS } from "./language/language.ts";
export { numberFormat } from "./language/number-format.ts";
export { controls } from "./look/controls.ts";
export { fileSheet, fileSheetStyles, fileSheetText } from "./look/file-sheet.ts";
export {
  doneIcon,
  failedIcon,
  fileIcon,
  icon,
  photoIcon,
  removeIcon,
  retryIcon,
  runningIcon,
  stateIcons,
  waitingIcon,
} from "./look/icons.ts";
export { tokens } from "./look/tokens.ts";
export { IMAGES, isListed, refusalOf } from "./page/accept.ts";
export { nextTask, whenIdle } from "./page/idle.ts";
export { tooLong } from "./page/large-paste.ts";
export { isLoopback } from "./page/loopback.ts";
export { isTextField } from "./page/text-field.ts";
export { takeTextBack } from "./page/translated.ts";
export { isUnsure } from "./scores/certainty.ts";
export { noticeStyles, noticeView } from "./scores/notice.ts";
export {
  otherOutputs,
  outputList,
  outputListStyles,
  outputsLine,
  shortOutput,
  textOfBytes,
} from "./scores/other-outputs.ts";
export { emptyScoreList, scoreList, scoreListStyles, synonymsOf } from "./scores/score-bars.ts";
export { bars } from "./scores/score-shares.ts";
export { type CellFault, readCell } from "./values/cell.ts";
export { DTYPE_NAMES } from "./values/dtype-names.ts";
export { cellFaultText, tensorFaultText, tooLongText } from "./values/fault-text.ts";
export { type InputKind, KINDS, kindText } from "./values/input-kinds.ts";
export { nestText } from "./values/nest-text.ts";
export { type NestedFault, readNested } from "./values/nested-text.ts";
export { outputText, printout } from "./values/printout.ts";
export { readShape } from "./values/shape-text.ts";
export { shortDoc } from "./values/short-doc.ts";
export { readFields } from "./values/text-fields.ts";
export { callsEn } from "./words/en/calls.ts";
export { intakeEn } from "./words/en/intake.ts";
export { methodEn } from "./words/en/method.ts";
export { photosEn } from "./words/en/photos.ts";
export { valuesEn } from "./words/en/values.ts";
export { callsZh } from "./words/zh/calls.ts";
export { intakeZh } from "./words/zh/intake.ts";
export { methodZh } from "./words/zh/method.ts";
export { photosZh } from "./words/zh/photos.ts";
export { valuesZh } from "./words/zh/values.ts";
