/** What app and elements find by themselves, before or after a call: what failed and what to do, in both languages. */

import type { Hint } from "../client/index.ts";
import type { Failure, OwnFailureKind } from "./failure.ts";

type Scope = Failure["scope"];

/** @param texts what failed @param hint what to do next */
function own(kind: OwnFailureKind, scope: Scope, texts: Hint, hint: Hint): Failure {
  return { error: texts.en, kind, scope, hint, texts };
}

export function emptyFile(): Failure {
  return own(
    "file",
    "instance",
    { en: "This file is empty (0 bytes).", zh: "这个文件是空的（0 字节）。" },
    { en: "Choose a file with a photo in it.", zh: "请选择有内容的图片。" },
  );
}

export function unreadableFile(): Failure {
  return own(
    "file",
    "instance",
    {
      en: "This can't be read: it is a folder, or it was changed or moved since it was chosen.",
      zh: "无法读取：这是一个文件夹，或者选择之后被修改或移动过。",
    },
    { en: "Choose the photo itself again.", zh: "请重新选择图片文件。" },
  );
}

/** @param size such as "106 MB" */
export function tooLargeFile(size: string): Failure {
  return own(
    "file",
    "instance",
    {
      en: `This file is ${size}, above Serving's limit of 100 MB for a request.`,
      zh: `文件大小为 ${size}，超过 Serving 单个请求 100 MB 的限制。`,
    },
    { en: "Choose a smaller copy.", zh: "请选择较小的图片。" },
  );
}

/** @param accepted as `<input accept>` lists types */
export function refusedFile(type: string, accepted: string): Failure {
  return own(
    "file",
    "instance",
    {
      en: `Files of type ${type} are not accepted here, only ${accepted}.`,
      zh: `这里不接受 ${type} 类型的文件，只接受 ${accepted}。`,
    },
    { en: "Choose another file.", zh: "请选择其他文件。" },
  );
}

/** A file among photos that is none, by its own bytes. */
export function notPhoto({ name }: File): Failure {
  return own(
    "file",
    "instance",
    { en: `${name} is not a photo, so it was not sent.`, zh: `${name} 不是图片，因此没有发送。` },
    { en: "Choose a photo.", zh: "请选择图片。" },
  );
}

/** The photo was taken away, or the element was, before there was an answer. */
export function removedPhoto(): Failure {
  return own(
    "removed",
    "instance",
    { en: "The photo was removed before there was an answer.", zh: "图片在得到结果之前已被移除。" },
    { en: "Classify it again.", zh: "请重新分类。" },
  );
}

/** @param name of the sample, in both languages */
export function sampleMissing(name: Hint): Failure {
  return own(
    "not-loaded",
    "instance",
    { en: `The sample “${name.en}” could not be loaded.`, zh: `示例“${name.zh}”加载失败。` },
    { en: "Check that the server runs, then try again.", zh: "请确认服务器在运行，然后重试。" },
  );
}

/** The server does not tell the names of the method's inputs. */
export function unknownInputs(): Failure {
  return own(
    "unknown-inputs",
    "call",
    {
      en: "The names of this method's inputs could not be learned from the server.",
      zh: "无法从服务器得知此方法的输入名。",
    },
    {
      en: 'List them in the inputs attribute, for example [{"name": "x1"}].',
      zh: '请在 inputs 属性中给出，例如 [{"name": "x1"}]。',
    },
  );
}

/** @param status of HTTP; left out, nothing came back, or what came is no JSON */
export function signatureMissing(address: string, status?: number): Failure {
  const http = status === undefined ? "" : ` (HTTP ${status})`;
  return own(
    "not-loaded",
    "call",
    {
      en: `The signature at ${address} could not be read${http}.`,
      zh: `无法读取 ${address} 处的签名${http}。`,
    },
    {
      en: "Check the address in the signature attribute, that a JSON document is there, and that its server allows this page (CORS).",
      zh: "请检查 signature 属性中的地址、该处是否为 JSON 文档，以及其服务器是否允许本页面访问（CORS）。",
    },
  );
}

/** A part of the app's or the element's own code that could not be loaded. */
export function codeMissing(): Failure {
  return own(
    "not-loaded",
    "call",
    { en: "Part of this page could not be loaded.", zh: "页面的一部分加载失败。" },
    {
      en: "Check that the server of this page runs, then try again, or reload the page.",
      zh: "请确认本页面的服务器在运行，然后重试，或刷新页面。",
    },
  );
}
