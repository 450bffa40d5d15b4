/** A page asks to show a call as code; `<app-shell>` opens the dialog. */

import type { Instance } from "../../client/index.ts";
import { proxyAddress } from "../serving/address.ts";
import type { Target } from "../serving/client-for.ts";
import { signatureOf } from "../serving/signatures.ts";
import { settings } from "../state/settings.ts";
import type { CodeRequest } from "./code-request.ts";

export class CodeEvent extends Event {
  static readonly type = "show-code";
  readonly request: CodeRequest;

  /**
   * @param instances of their files only the inputs' names count, large tensors are shown by dtype and shape
   * @param photos where the files are photos
   */
  constructor(target: Target, instances: readonly Instance[], photos?: CodeRequest["photos"]) {
    super(CodeEvent.type, { bubbles: true, composed: true });
    const { servable, method, version } = target;
    const { address, timeoutMs, metadata } = settings.value;
    const signature = signatureOf(servable, method);
    this.request = {
      // The code may stand on a page of another origin.
      address: new URL(proxyAddress(address) || "/", document.baseURI).href.replace(/\/+$/, ""),
      elements: new URL("elements.js", document.baseURI).href,
      servable,
      method,
      version,
      timeoutMs,
      metadata,
      instances,
      ...(signature && { signature }),
      ...(photos && { photos }),
    };
  }
}
